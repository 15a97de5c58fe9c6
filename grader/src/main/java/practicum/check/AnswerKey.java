package practicum.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.answer.Comparison;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.answer.Verdict;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * The answers of the solution, and of every named mistake: computed by running them, written by nobody.
 *
 * @param stem the practicum's stem
 * @param expected per check the solution's answer
 * @param mistakes what each named mistake answers
 * @param slowest the wall time of the solution's slowest cell
 */
public record AnswerKey(String stem, Map<String, Value> expected, List<Mistake> mistakes, Duration slowest) {
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

    /** The ids of the checks that a mistake passes although it should not pass all of them. */
    public List<String> passedBy(Mistake mistake, Practicum practicum) {
        return practicum.checks().stream()
                .filter(check -> check.exercise().equals(mistake.exercise()))
                .filter(check -> mistake.answers().containsKey(check.answer()))
                .filter(check -> Comparison.parse(check.compare())
                        .compare(expectation(check).expected(), answer(mistake, check))
                        .passed())
                .map(Cell.Check::answer)
                .toList();
    }

    /** The mistakes that would lose no points: those that pass every check of their exercise. */
    public List<Mistake> unpunished(Practicum practicum) {
        return mistakes.stream()
                .filter(mistake -> passedBy(mistake, practicum).size()
                        == practicum.checks().stream()
                                .filter(check -> check.exercise().equals(mistake.exercise()))
                                .count())
                .toList();
    }

    /** What a student's notebook may know: the visible checks and no others. */
    public Expectations visible(Practicum practicum) {
        var exercises = practicum.exercises().stream()
                .map(exercise -> new Expectations.Exercise(
                        exercise.id(),
                        exercise.points(),
                        exercise.hint(),
                        practicum.hiddenChecks(exercise.id()).size()))
                .toList();
        var checks = practicum.checks().stream()
                .filter(check -> !check.hidden())
                .map(this::expectation)
                .toList();
        return new Expectations(stem, practicum.about().title(), exercises, checks);
    }
}
