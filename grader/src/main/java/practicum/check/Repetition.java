package practicum.check;

import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;

/** Two runs of one submission side by side: what is right by chance is not right. */
final class Repetition {
    private Repetition() {}

    /** The run with the lower score, with a remark for each exercise whose checks did not end alike. */
    static Result of(Result first, Result second) {
        var flaky = new ArrayList<Flag>();
        var again = second.exercises().stream().collect(Collectors.toMap(ExerciseResult::id, exercise -> exercise));
        for (ExerciseResult exercise : first.exercises()) {
            if (!agree(exercise, Objects.requireNonNull(again.get(exercise.id())))) {
                flaky.add(new Flag(Flag.Kind.FLAKY, exercise.id()));
            }
        }
        Result counts = first.score() <= second.score() ? first : second;
        for (Flag flag : flaky) {
            counts = counts.flagged(flag);
        }
        return counts;
    }

    private static boolean agree(ExerciseResult one, ExerciseResult other) {
        return one.checks().stream()
                .map(CheckResult::outcome)
                .toList()
                .equals(other.checks().stream().map(CheckResult::outcome).toList());
    }
}
