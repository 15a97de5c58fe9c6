package practicum.build;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import practicum.answer.Comparison;
import practicum.answer.Value;
import practicum.answer.Verdict;
import practicum.source.Cell;
import practicum.source.Practicum;

/** Compares answers with the solution's, as grading does. */
final class Judgement {
    private final Practicum practicum;
    private final Map<String, Value> expected;

    Judgement(Practicum practicum, Map<String, Value> expected) {
        this.practicum = practicum;
        this.expected = expected;
    }

    /** The verdict on an answer; none where the solution has no answer. */
    Optional<Verdict> of(Cell.Check check, Value actual) {
        Value right = expected.get(check.answer());
        return right == null
                ? Optional.empty()
                : Optional.of(Comparison.parse(check.compare()).compare(right, actual));
    }

    /** Whether a check hands over what the solution does. */
    boolean passes(Cell.Check check, Map<String, Value> answers) {
        Value actual = answers.get(check.answer());
        return actual != null && of(check, actual).map(Verdict::passed).orElse(false);
    }

    /** Whether any check of an exercise tells these answers from the solution's. */
    boolean losesPoints(String exercise, Map<String, Value> answers) {
        return losesPoints(exercise, answers, check -> true);
    }

    /** Whether any check that students see does. */
    boolean losesPointsInSight(String exercise, Map<String, Value> answers) {
        return losesPoints(exercise, answers, check -> !check.hidden());
    }

    private boolean losesPoints(String exercise, Map<String, Value> answers, Predicate<Cell.Check> asked) {
        return practicum.checks().stream()
                .filter(check -> check.exercise().equals(exercise) && practicum.worth(check) > 0)
                .filter(asked)
                .anyMatch(check -> !passes(check, answers));
    }
}
