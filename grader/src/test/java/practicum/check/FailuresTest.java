package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;

/** What a student reads of a hidden check that failed must not carry what the check asked, -987654, back to its author. */
final class FailuresTest {
    private static CellOutcome thrown(String name) {
        var failure = new Output.Failure(name, "a was -987654", List.of("-987654"));
        return new CellOutcome(Status.ERROR, List.of(failure), Duration.ZERO, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Input_987654", "E$987654", "java.lang.987654", ""})
    void aClassNamedAfterWhatWasAskedIsNotNamed(String name) {
        assertThat(Failures.kind(thrown(name))).isEqualTo("It throws an exception.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NullPointerException", "ArithmeticException", "TensorException"})
    void aWellKnownExceptionIsNamedWithoutItsMessage(String name) {
        assertThat(Failures.kind(thrown(name))).isEqualTo("It throws " + name + ".");
        assertThat(Failures.of(thrown(name))).contains(name, "-987654");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void wordsPastTheStreamsAndAStatusToExitWithAreNotTold(Status status) {
        for (String detail : List.of(
                "The process wrote past System.out into the grader's own channel and was ended: \"987654\".",
                "The process ended by itself with status 98, as System.exit makes it.")) {
            var outcome = new CellOutcome(status, List.of(), Duration.ZERO, detail);
            if (status == Status.KERNEL_DIED || status == Status.OK || status == Status.ERROR) {
                assertThat(Failures.kind(outcome)).isNotEmpty().doesNotContain("98");
            }
        }
    }
}
