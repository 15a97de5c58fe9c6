package practicum.plot;

import java.util.Arrays;

/** A range of an axis that begins and ends at round values, with some air about what it holds. */
record Span(double low, double high) {
    private static final double AIR = 0.04;

    static Span of(double... values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        double air = most == least ? Math.max(0.5, Math.abs(most) / 2) : AIR * (most - least);
        return new Span(least - air, most + air).rounded();
    }

    /** A range that holds 0 as well, and ends there if nothing lies beyond. */
    static Span fromZero(double... values) {
        double least = Math.min(0, Arrays.stream(values).min().orElse(0));
        double most = Math.max(0, Arrays.stream(values).max().orElse(1));
        double air = most == least ? 0.5 : AIR * (most - least);
        return new Span(least < 0 ? least - air : 0, most > 0 ? most + air : 0).rounded();
    }

    /** Extended to the next quarter of a tick, so that the outermost tick is never cut by the edge. */
    private Span rounded() {
        double step = Ticks.step((high - low) / 5) / 4;
        return new Span(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step);
    }
}
