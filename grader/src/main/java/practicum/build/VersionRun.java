package practicum.build;

import java.util.Map;
import java.util.Optional;
import practicum.answer.Value;
import practicum.source.Cell;

/**
 * What came of a practicum with one other version of an exercise in place of its solution.
 *
 * @param version the mistake, or the alternative
 * @param failure why its own cell did not run; empty where it did
 * @param answers what the affected checks handed over; a check that failed is not there
 */
public record VersionRun<V extends Cell.Version>(V version, String failure, Map<String, Value> answers) {
    /** The answers are copied. */
    public VersionRun {
        answers = Map.copyOf(answers);
    }

    /** What this check handed over, if anything. */
    public Optional<Value> answer(Cell.Check check) {
        return Optional.ofNullable(answers.get(check.answer()));
    }
}
