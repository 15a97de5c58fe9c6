package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.check.CheckResult.Outcome;

final class RepetitionTest {
    private static Result result(Outcome first, Outcome second) {
        return new Result(
                "03_x",
                Status.OK,
                "",
                3,
                List.of(
                        new ExerciseResult("a", 1, "", List.of(check("a.one", 1, first))),
                        new ExerciseResult("b", 2, "", List.of(check("b.one", 2, second)))),
                List.of(),
                List.of(),
                Duration.ZERO);
    }

    private static CheckResult check(String id, double points, Outcome outcome) {
        double earned = outcome == Outcome.PASSED ? points : 0;
        return new CheckResult(id, id.substring(0, 1), false, points, earned, outcome, "", "", "", "");
    }

    @Test
    void runsThatAgreeAreOne() {
        var one = result(Outcome.PASSED, Outcome.FAILED);
        assertThat(Repetition.of(one, result(Outcome.PASSED, Outcome.FAILED))).isEqualTo(one);
    }

    @Test
    void whatIsRightOnlyOnceIsRemarkedAndTheLowerScoreCounts() {
        var high = result(Outcome.PASSED, Outcome.PASSED);
        var low = result(Outcome.PASSED, Outcome.SKIPPED);
        for (Result both : List.of(Repetition.of(high, low), Repetition.of(low, high))) {
            assertThat(both.score()).isEqualTo(1);
            assertThat(both.flags()).containsExactly(new Flag(Flag.Kind.FLAKY, "b"));
        }
        var neither = Repetition.of(result(Outcome.FAILED, Outcome.PASSED), result(Outcome.PASSED, Outcome.FAILED));
        assertThat(neither.flags()).extracting(Flag::detail).containsExactly("a", "b");
        assertThat(neither.score()).as("each was right only once").isZero();
    }
}
