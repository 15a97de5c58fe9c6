package practicum.notebook;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How the numbers of one column or array are written: all with as many decimals as about four significant digits of
 * the largest need, so that they can be compared at a glance.
 *
 * @param places the digits after the point; negative for scientific notation
 */
record Decimals(int places) {
    private static final int DIGITS = 4;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    static Decimals of(double... values) {
        double largest = DoubleStream.of(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        boolean whole = DoubleStream.of(values).filter(Double::isFinite).allMatch(v -> v == Math.rint(v));
        if (largest >= LARGE || (largest > 0 && largest < SMALL)) {
            return new Decimals(whole && largest < 1e15 ? 0 : -1);
        }
        if (whole) {
            return new Decimals(0);
        }
        int before = largest < 1 ? 0 : 1 + (int) Math.floor(Math.log10(largest));
        return new Decimals(Math.max(1, DIGITS - before));
    }

    String write(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        boolean vanishes = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -Math.max(0, places));
        String text = String.format(Locale.ROOT, places < 0 || vanishes ? "%.2e" : "%." + places + "f", value);
        return text.replace('-', '−').replace("e−", "e-");
    }
}
