package practicum.plot;

import java.util.ArrayList;
import java.util.List;

/** Round values that divide a range into a few steps of 1, 2 or 5 times a power of ten. */
final class Ticks {
    private Ticks() {}

    static List<Double> between(double low, double high, int about) {
        return multiples(low, high, step((high - low) / about));
    }

    /** The multiples of a step from low to high. */
    static List<Double> multiples(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double leading = atLeast / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
