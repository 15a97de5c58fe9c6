package practicum.build;

import java.util.Map;
import java.util.Optional;
import practicum.answer.Value;
import practicum.source.Cell;

/**
 * What came of a practicum whose student made one named mistake.
 *
 * @param mistake the mistake
 * @param failure why its own cell did not run; empty where it did
 * @param answers what the affected checks handed over; a check that failed is not there
 */
public record MistakeRun(Cell.Mistake mistake, String failure, Map<String, Value> answers) {
    /** The answers are copied. */
    public MistakeRun {
        answers = Map.copyOf(answers);
    }

    /** What this check handed over, if anything. */
    public Optional<Value> answer(Cell.Check check) {
        return Optional.ofNullable(answers.get(check.answer()));
    }
}
