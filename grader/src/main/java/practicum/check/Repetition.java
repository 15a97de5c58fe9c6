package practicum.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Two runs of one submission side by side: what is right by chance is not right. */
final class Repetition {
    private Repetition() {}

    /** Of each exercise the run that earned less, with a remark where its checks did not end alike. */
    static Result of(Result first, Result second) {
        var flaky = new ArrayList<Flag>();
        var again = second.exercises().stream().collect(Collectors.toMap(ExerciseResult::id, exercise -> exercise));
        var lower = new ArrayList<ExerciseResult>();
        for (ExerciseResult exercise : first.exercises()) {
            var other = Objects.requireNonNull(again.get(exercise.id()));
            lower.add(exercise.earned() <= other.earned() ? exercise : other);
            if (!ends(exercise).equals(ends(other))) {
                flaky.add(new Flag(Flag.Kind.FLAKY, exercise.id()));
            }
        }
        Result worse = first.status().compareTo(second.status()) >= 0 ? first : second;
        Result counts = new Result(
                worse.practicum(),
                worse.status(),
                worse.reason(),
                worse.max(),
                lower,
                worse.written(),
                worse.flags(),
                first.took().plus(second.took()));
        for (Flag flag : flaky) {
            counts = counts.flagged(flag);
        }
        return counts;
    }

    private static List<String> ends(ExerciseResult exercise) {
        return exercise.checks().stream()
                .map(check -> check.outcome() + " " + check.earned())
                .toList();
    }
}
