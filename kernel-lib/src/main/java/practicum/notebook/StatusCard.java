package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import practicum.answer.Expectations;
import practicum.answer.Expectations.Check;
import practicum.answer.Expectations.Exercise;

/** Where a notebook stands: for each exercise which of its checks have passed. It has no points, for it is no grade. */
final class StatusCard {
    private static final String NOTE = "Checks that passed in this session, since the kernel started. It is no grade:"
            + " the hidden checks run when the notebook is graded.";

    private StatusCard() {}

    static Sheet of(Expectations expectations, Attempts attempts) {
        var rows = new ArrayList<List<String>>();
        int done = 0;
        for (Exercise exercise : expectations.exercises()) {
            List<Check> checks = expectations.checks().stream()
                    .filter(check -> check.exercise().equals(exercise.id()))
                    .toList();
            long passed = checks.stream()
                    .filter(check -> attempts.hasPassed(check.id()))
                    .count();
            long run =
                    checks.stream().filter(check -> attempts.hasRun(check.id())).count();
            boolean all = !checks.isEmpty() && passed == checks.size();
            done += all ? 1 : 0;
            rows.add(List.of(
                    exercise.id(),
                    all ? "✓ passed" : run == 0 ? "• not run" : "✗ not yet",
                    checks.isEmpty() ? "none to see" : passed + " of " + checks.size(),
                    Integer.toString(exercise.hiddenChecks())));
        }
        String title = "%s: %d of %d exercises pass their visible checks"
                .formatted(expectations.title(), done, expectations.exercises().size());
        return new Sheet(
                title,
                List.of("exercise", "standing", "visible checks", "hidden checks"),
                rows,
                List.of(false, false, true, true),
                NOTE);
    }
}
