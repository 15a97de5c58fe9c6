package practicum.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * How values become colours: sequential from pale at the low end to dark at the high one, or diverging about zero. Give
 * two figures the same scale to make their colours comparable.
 */
public record Scale(String label, double low, double high, boolean diverging) {
    public Scale {
        Require.that(
                Double.isFinite(low) && Double.isFinite(high) && low < high,
                "A scale runs from a low to a higher value, not from %s to %s.",
                low,
                high);
        Require.that(!diverging || low == -high, "A diverging scale is symmetric about 0: give its reach.");
    }

    /** Pale at the low end, dark at the high one. */
    public static Scale sequential(String label, double low, double high) {
        return new Scale(label, low, high, false);
    }

    /** Blue at −reach, white at 0, orange at +reach. */
    public static Scale diverging(String label, double reach) {
        return new Scale(label, -reach, reach, true);
    }

    /** From 0 to 1. */
    public static Scale probability() {
        return sequential("probability", 0, 1);
    }

    /** The scale that these values fill: diverging if some are negative, else sequential from 0. */
    public static Scale of(String label, double... values) {
        DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
        double reach = Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()));
        if (values.length == 0 || reach == 0) {
            return sequential(label, 0, 1);
        }
        return range.getMin() < 0 ? diverging(label, reach) : sequential(label, 0, reach);
    }

    static Scale of(String label, double[][] rows) {
        return of(label, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** The colour of a value; one beyond an end has the colour of that end. */
    public Rgb color(double value) {
        return diverging ? Palette.diverging(value / high) : Palette.sequential((value - low) / (high - low));
    }
}
