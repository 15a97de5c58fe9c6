package practicum.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** How numbers are written: the same on every machine, no longer than they need to be. */
final class Digits {
    private Digits() {}

    /** A coordinate: at most two decimals, no trailing zeros. */
    static String coordinate(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A value for the eye: two decimals from 0.01 to 100, else what is needed for two significant digits. */
    static String brief(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1e5 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replaceFirst("e([+-])0?", "e$1")
                    .replace("e+", "e");
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 0.01 ? 2 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
    /**
     * How to write values that are read together: all with as many decimals, so that the largest has about so many
     * digits; whole numbers with none. What would vanish among three or more digits is written as a power of ten.
     */
    static DoubleFunction<String> alike(int digits, double... values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (largest >= 1e6 || largest < 1e-3) {
            return Digits::brief;
        }
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        int before = Math.max(0, (int) Math.floor(Math.log10(largest)) + (digits > 2 ? 1 : 0));
        int decimals = whole ? 0 : Math.max(0, digits - before);
        return value -> {
            String text = fixed(value, decimals);
            return value != 0 && digits > 2 && Double.parseDouble(text) == 0 ? brief(value) : text;
        };
    }

    private static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** A value for a tooltip: four significant digits. */
    static String exact(double value) {
        if (value == 0) {
            return "0";
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }

    /** A tick of an axis: as short as it can be. */
    static String tick(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size >= 1e6 || size < 1e-4)) {
            return brief(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
