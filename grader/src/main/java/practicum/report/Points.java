package practicum.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as people write them: at most four decimals, none that say nothing. */
public final class Points {
    private Points() {}

    /** The points as text. */
    public static String text(double points) {
        var rounded =
                BigDecimal.valueOf(points).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    static BigDecimal number(double points) {
        return new BigDecimal(text(points));
    }
}
