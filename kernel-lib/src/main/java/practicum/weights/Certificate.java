package practicum.weights;

import java.util.Locale;

/**
 * How far a folded model's logits are from the original's: the largest difference of any logit on some tokens.
 *
 * @param float32 in single precision, as both run: rounding
 * @param float64 with both in double precision: what remains is not rounding
 * @param upToShift whether a shift common to all logits of a position was allowed, so that log-probabilities were compared
 * @param reach the largest of the compared numbers, which rounding is relative to
 * @param logits how many logits were compared
 */
public record Certificate(double float32, double float64, boolean upToShift, double reach, long logits) {
    /** What an exact folding stays below in double precision. */
    public static final double EXACT = 1e-9;

    /** What rounding may do to the largest number in single precision, relative to it. */
    public static final double ROUNDING = 1e-3;

    /** Whether the two models say the same: exactly in double precision, and up to rounding in single precision. */
    public boolean isExact() {
        return float64 < EXACT && float32 < ROUNDING * Math.max(1, reach);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d %s compared: largest difference %.1e in float32, %.1e in float64 (%s)",
                logits,
                upToShift ? "log-probabilities" : "logits",
                float32,
                float64,
                isExact() ? "the same model" : "NOT the same model");
    }
}
