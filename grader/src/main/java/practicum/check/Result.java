package practicum.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict on one submission.
 *
 * @param practicum the practicum's stem
 * @param status how the grading went
 * @param reason why, in a sentence, where the status is not {@code OK}; else empty
 * @param max what can be earned, answers in words included
 * @param exercises its exercises, in order
 * @param written its answers in words, in order, still without points
 * @param flags what a person may want to look at
 * @param took the wall time of it all
 */
public record Result(
        String practicum,
        Status status,
        String reason,
        double max,
        List<ExerciseResult> exercises,
        List<WrittenResult> written,
        List<Flag> flags,
        Duration took) {
    public Result {
        exercises = List.copyOf(exercises);
        written = List.copyOf(written);
        flags = List.copyOf(flags);
    }

    /** The points earned, without what a person has still to grade. */
    public double score() {
        return exercises.stream().mapToDouble(ExerciseResult::earned).sum();
    }

    /** The points that a person has still to grade. */
    public double manual() {
        return written.stream().mapToDouble(WrittenResult::points).sum();
    }

    /** All checks, in order. */
    public Stream<CheckResult> checks() {
        return exercises.stream().flatMap(exercise -> exercise.checks().stream());
    }

    /** The same result with one remark more. */
    public Result flagged(Flag flag) {
        var more = Stream.concat(flags.stream(), Stream.of(flag)).toList();
        return new Result(practicum, status, reason, max, exercises, written, more, took);
    }
}
