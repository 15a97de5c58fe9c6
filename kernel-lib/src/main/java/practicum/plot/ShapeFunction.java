package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one feature adds to an additive model's score, at each of its values or for each of its categories (Lou, Caruana
 * and Gehrke 2012).
 *
 * <pre>{@code ShapeFunction.of("age", new double[] {20, 40, 60}, new double[] {-0.4, 0.1, 0.3}).seen(ages)}</pre>
 */
public final class ShapeFunction {
    private final Series effect;
    private final List<String> categories;
    private final double[] seen;
    private final boolean stepped;

    private ShapeFunction(Series effect, List<String> categories, double[] seen, boolean stepped) {
        this.effect = effect;
        this.categories = categories;
        this.seen = seen;
        this.stepped = stepped;
    }

    /** A feature with numbers: what it adds at rising values, in straight lines between them. */
    public static ShapeFunction of(String feature, double[] at, double[] effect) {
        Series series = Series.of(feature, at, effect);
        for (int i = 1; i < at.length; i++) {
            Require.that(
                    at[i - 1] < at[i], "The values of \"%s\" must rise, but %s follows %s.", feature, at[i], at[i - 1]);
        }
        return new ShapeFunction(series, List.of(), new double[0], false);
    }

    /** A feature with categories: what each adds. */
    public static ShapeFunction of(String feature, List<String> categories, double[] effect) {
        Require.same(Require.all(categories, "categories").size(), "categories", effect.length, "effects");
        return new ShapeFunction(Series.of(feature, effect), List.copyOf(categories), new double[0], false);
    }

    /** The same with an interval about each effect. */
    public ShapeFunction band(double[] low, double[] high) {
        return new ShapeFunction(effect.band(low, high), categories, seen, stepped);
    }

    /** The same for a model of trees: each effect holds from its value to the next. */
    public ShapeFunction steps() {
        return new ShapeFunction(effect, categories, seen, true);
    }

    /** The same with the values that were seen in training, which tell where the function can be trusted. */
    public ShapeFunction seen(double... values) {
        Require.finite(values, "values of \"" + effect.name() + "\"");
        Require.that(categories.isEmpty(), "\"%s\" has categories; where they were seen cannot be drawn.", feature());
        return new ShapeFunction(effect, categories, values.clone(), stepped);
    }

    /** The feature's name. */
    public String feature() {
        return effect.name();
    }

    Series effect() {
        return effect;
    }

    List<String> categories() {
        return categories;
    }

    double[] seen() {
        return seen;
    }

    boolean isStepped() {
        return stepped;
    }

    /** How far the effects lie apart: how much the feature can matter. */
    double reach() {
        double[] y = effect.y();
        return Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
    }

    String place(int i) {
        return categories.isEmpty() ? Digits.tick(effect.x()[i]) : categories.get(i);
    }

    @Override
    public String toString() {
        return "%s: %s"
                .formatted(
                        feature(),
                        IntStream.range(0, effect.y().length)
                                .mapToObj(i -> place(i) + " → " + Digits.brief(effect.y()[i]))
                                .toList());
    }
}
