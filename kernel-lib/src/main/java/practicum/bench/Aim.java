package practicum.bench;

import java.util.Locale;

/**
 * What a case is to reach.
 *
 * @param versus what ours is compared with: the limit, of which it may take at most so many times as long, or the naive
 *     way, which is to take at least so many times as long
 * @param factor how many times
 */
public record Aim(Role versus, double factor) {
    static Aim atMostTheLimitTimes(double factor) {
        return new Aim(Role.LIMIT, factor);
    }

    static Aim fasterThanNaiveBy(double factor) {
        return new Aim(Role.NAIVE, factor);
    }

    /** Whether it is reached, given the ratio of {@link Result#ratio}. */
    boolean isMet(double ratio) {
        return versus == Role.LIMIT ? ratio <= factor : ratio >= factor;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, versus == Role.LIMIT ? "≤ %.2f × limit" : "naive ≥ %.1f ×", factor);
    }
}
