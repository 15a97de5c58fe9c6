package practicum.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.answer.Verdict;
import practicum.build.Rehearsal;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * The answers of the solution, and of every named mistake: computed by running them, written by nobody.
 *
 * @param stem the practicum's stem
 * @param expected per check the solution's answer
 * @param mistakes what each named mistake answers
 */
public record AnswerKey(String stem, Map<String, Value> expected, List<Mistake> mistakes) {
    public AnswerKey {
        expected = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(expected));
        mistakes = List.copyOf(mistakes);
    }

    /**
     * What a named mistake, in place of its exercise's solution, answers to the exercise's checks.
     *
     * @param id the mistake's id
     * @param exercise the exercise's id
     * @param says what a student reads whose answer equals this one's
     * @param answers per check its answer; a check without one failed for another reason
     */
    public record Mistake(String id, String exercise, String says, Map<String, Value> answers) {
        public Mistake {
            answers = Map.copyOf(answers);
        }
    }

    /** The key that a rehearsal of the solution and its mistakes gives. */
    public static AnswerKey of(Rehearsal rehearsal) {
        var mistakes = rehearsal.mistakes().stream()
                .map(run -> new Mistake(
                        run.version().id(),
                        run.version().exercise(),
                        run.version().says(),
                        run.answers()))
                .toList();
        return new AnswerKey(rehearsal.practicum().stem(), rehearsal.answers(), mistakes);
    }

    /**
     * The solution's answers as they stand in the instructors' executed notebook; of mistakes it knows nothing.
     *
     * @throws IllegalArgumentException where a check's cell has no answer
     */
    public static AnswerKey executed(Practicum practicum, Notebook notebook) {
        Map<String, NotebookCell> cells = new LinkedHashMap<>();
        notebook.cells().forEach(cell -> cells.put(cell.id(), cell));
        Map<String, Value> expected = new LinkedHashMap<>();
        for (Cell.Check check : practicum.checks()) {
            NotebookCell cell = cells.get(check.gradeId());
            if (cell != null && HandedOver.shown(cell.outputs(), check.answer()) instanceof HandedOver.Answer answer) {
                expected.put(check.answer(), answer.value());
            } else {
                throw new IllegalArgumentException(
                        "The executed solution of " + practicum.stem() + " has no answer to " + check.answer() + ".");
            }
        }
        return new AnswerKey(practicum.stem(), expected, List.of());
    }

    /** The verdict on an answer to a check. */
    public Verdict judge(Cell.Check check, Value actual) {
        return expectation(check).judge(actual);
    }

    /** A check with what is expected of it and what mistakes give. */
    public Expectations.Check expectation(Cell.Check check) {
        var wrong = mistakes.stream()
                .filter(mistake -> mistake.exercise().equals(check.exercise()))
                .filter(mistake -> mistake.answers().containsKey(check.answer()))
                .map(mistake -> new Expectations.Mistake(mistake.says(), answer(mistake, check)))
                .toList();
        Value value = expected.get(check.answer());
        if (value == null) {
            throw new IllegalArgumentException("The key of " + stem + " has no answer to " + check.answer() + ".");
        }
        return new Expectations.Check(check.answer(), check.exercise(), check.compare(), value, wrong);
    }

    private static Value answer(Mistake mistake, Cell.Check check) {
        return mistake.answers().getOrDefault(check.answer(), new Value.Null());
    }
}
