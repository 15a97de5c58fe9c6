package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;

/**
 * A named row of points of a chart, with its uncertainty if it has one.
 *
 * <pre>{@code Series.of("probe", accuracy).band(low, high)}</pre>
 */
public final class Series {
    private static final double[] NONE = {};

    private final String name;
    private final double[] x;
    private final double[] y;
    private final double[] low;
    private final double[] high;
    private final boolean dashed;

    private Series(String name, double[] x, double[] y, double[] low, double[] high, boolean dashed) {
        this.name = name;
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        this.dashed = dashed;
    }

    /** Values at 0, 1, 2, … */
    public static Series of(String name, double... y) {
        return of(
                name,
                IntStream.range(0, Require.given(y, "values").length)
                        .asDoubleStream()
                        .toArray(),
                y);
    }

    /** Values at places of their own. */
    public static Series of(String name, double[] x, double[] y) {
        String what = "Series \"%s\": ".formatted(name);
        Require.given(name, "series' name");
        Require.given(x, "x values");
        Require.some(Require.given(y, "values").length, "values in series \"" + name + "\"");
        Require.that(x.length == y.length, "%s%d x values but %d y values.", what, x.length, y.length);
        Require.finite(x, what + "x");
        Require.finite(y, what + "y");
        return new Series(name, x.clone(), y.clone(), NONE, NONE, false);
    }

    /** Values at 0, 1, 2, … */
    public static Series of(String name, List<? extends Number> y) {
        return of(name, doubles(y));
    }

    /** Values at places of their own. */
    public static Series of(String name, List<? extends Number> x, List<? extends Number> y) {
        return of(name, doubles(x), doubles(y));
    }

    /** The values of a tensor, in order, at 0, 1, 2, … */
    public static Series of(String name, Tensor y) {
        return of(name, Require.given(y, "values").toDoubleArray());
    }

    /** The same points with an interval about each, such as a bootstrap interval. */
    public Series band(double[] lower, double[] upper) {
        Require.same(lower.length, "lower bounds", y.length, "values in series \"" + name + "\"");
        Require.same(upper.length, "upper bounds", y.length, "values in series \"" + name + "\"");
        for (int i = 0; i < y.length; i++) {
            Require.within(y[i], lower[i], upper[i], "series \"%s\" at %d".formatted(name, i));
        }
        return new Series(name, x, y, lower.clone(), upper.clone(), dashed);
    }

    /** The same points with an error to both sides of each, such as a standard error. */
    public Series errors(double... errors) {
        Require.same(errors.length, "errors", y.length, "values in series \"" + name + "\"");
        double[] lower =
                IntStream.range(0, y.length).mapToDouble(i -> y[i] - errors[i]).toArray();
        double[] upper =
                IntStream.range(0, y.length).mapToDouble(i -> y[i] + errors[i]).toArray();
        return band(lower, upper);
    }

    /** The same points on a dashed line: for a control, a baseline, chance. */
    public Series dashed() {
        return new Series(name, x, y, low, high, true);
    }

    public String name() {
        return name;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] low() {
        return low;
    }

    double[] high() {
        return high;
    }

    boolean isDashed() {
        return dashed;
    }

    boolean hasInterval() {
        return low.length > 0;
    }

    /** {@code loss [12 values, 4.61 … 1.02]}. */
    @Override
    public String toString() {
        return "%s [%d values, %s … %s]".formatted(name, y.length, Digits.brief(y[0]), Digits.brief(y[y.length - 1]));
    }

    private static double[] doubles(List<? extends Number> values) {
        return Require.all(values, "values").stream()
                .mapToDouble(Number::doubleValue)
                .toArray();
    }

    static void requireDistinctNames(List<Series> series) {
        Require.some(Require.all(series, "series").size(), "series");
        long names = series.stream().map(Series::name).distinct().count();
        Require.that(
                names == series.size(),
                "Two series have the same name: %s.",
                series.stream().map(Series::name).toList());
    }

    /** All values and bounds. */
    double[] reach() {
        return Arrays.stream(new double[][] {y, low, high})
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
