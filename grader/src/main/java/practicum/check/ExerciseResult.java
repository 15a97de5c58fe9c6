package practicum.check;

import java.util.List;

/**
 * What became of one exercise.
 *
 * @param id the exercise's id
 * @param points what it is worth
 * @param trouble why its cell did not run to its end, or empty
 * @param checks its checks, the visible ones first
 */
public record ExerciseResult(String id, double points, String trouble, List<CheckResult> checks) {
    public ExerciseResult {
        checks = List.copyOf(checks);
    }

    /** Whether its cell failed, other than by being still to do. */
    public boolean isBroken() {
        return !trouble.isEmpty() && !trouble.equals(Failures.TO_DO);
    }

    /** What it earned. */
    public double earned() {
        return checks.stream().mapToDouble(CheckResult::earned).sum();
    }
}
