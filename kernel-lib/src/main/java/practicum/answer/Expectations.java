package practicum.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a student's notebook may know of the solution: the answers to its visible checks, and how wrong ones arise.
 *
 * @param stem the practicum's file name without its ending
 * @param title the practicum's title
 * @param exercises all exercises, in order
 * @param checks the visible checks, in order
 */
public record Expectations(String stem, String title, List<Exercise> exercises, List<Check> checks) {
    public Expectations {
        exercises = List.copyOf(exercises);
        checks = List.copyOf(checks);
    }

    /** One exercise: what it is worth, its hint, and how many checks of it stay hidden. */
    public record Exercise(String id, double points, String hint, int hiddenChecks) {}

    /** A wrong answer that a named mistake gives. */
    public record Mistake(String says, Value value) {}

    /**
     * One check: what is compared, how, and with what.
     *
     * @param compare a {@linkplain Comparison#parse comparison}, or empty for the one that fits
     */
    public record Check(String id, String exercise, String compare, Value expected, List<Mistake> mistakes) {
        public Check {
            mistakes = List.copyOf(mistakes);
        }

        /** The verdict on an answer; where a named mistake gives the same answer, the verdict says which. */
        public Verdict judge(Value actual) {
            var comparison = Comparison.parse(compare);
            var verdict = comparison.compare(expected, actual);
            return verdict.passed()
                    ? verdict
                    : mistakes.stream()
                            .filter(mistake ->
                                    comparison.compare(mistake.value(), actual).passed())
                            .filter(mistake -> !comparison
                                    .compare(expected, mistake.value())
                                    .passed())
                            .findFirst()
                            .map(mistake -> verdict.diagnosed(mistake.says()))
                            .orElse(verdict);
        }
    }

    /** The visible check of this id, if there is one. */
    public Optional<Check> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The exercise of this id, if there is one. */
    public Optional<Exercise> exercise(String id) {
        return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }

    /** The JSON text of these expectations, the same for equal ones. */
    public String toJson() {
        return ExpectationsJson.write(this);
    }

    /**
     * The expectations in a JSON text.
     *
     * @throws AnswerException where it is not what {@link #toJson} writes
     */
    public static Expectations fromJson(String json) {
        return ExpectationsJson.read(json);
    }

    /** The expectations in a file. */
    public static Expectations read(Path file) throws IOException {
        try {
            return fromJson(Files.readString(file));
        } catch (AnswerException e) {
            throw new AnswerException(
                    file + " is no file of expectations: " + e.getMessage() + " Build it again: ./practicum build.", e);
        }
    }
}
