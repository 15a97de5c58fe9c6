package practicum.check;

/**
 * What became of one check.
 *
 * @param id the check's id
 * @param exercise the exercise that it belongs to
 * @param hidden whether students do not see it
 * @param points what it is worth
 * @param earned what it earned
 * @param outcome passed, failed or skipped
 * @param expected what was expected, in a few words; empty for a hidden check
 * @param actual what was handed over, in a few words; empty for a hidden check
 * @param rationale why
 * @param hint what to try next, or empty
 */
public record CheckResult(
        String id,
        String exercise,
        boolean hidden,
        double points,
        double earned,
        Outcome outcome,
        String expected,
        String actual,
        String rationale,
        String hint) {
    /** The same result, earning nothing, and why. */
    CheckResult withoutPoints(String why) {
        return new CheckResult(id, exercise, hidden, points, 0, outcome, expected, actual, rationale + " " + why, hint);
    }

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It would say nothing new, because a check before it failed. */
        SKIPPED
    }
}
