package practicum.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as people write them: at most four decimals, none that say nothing. */
public final class Points {
    private Points() {}

    /** The points as text, exact enough to be added up. */
    public static String text(double points) {
        return rounded(points, 4);
    }

    /** The points as a person reads them, to the hundredth. */
    public static String shown(double points) {
        return rounded(points, 2);
    }

    private static String rounded(double points, int places) {
        var rounded = BigDecimal.valueOf(points)
                .setScale(places, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    static BigDecimal number(double points) {
        return new BigDecimal(text(points));
    }
}
