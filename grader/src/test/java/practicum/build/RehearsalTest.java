package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Value;
import practicum.source.Practicum;
import practicum.source.Project;

/** Rehearsals of a practicum with a mistake that a check in sight notices, and one that only a hidden check does. */
class RehearsalTest {
    private static final Practicum PRACTICUM = Samples.parse(
            Samples.SOURCE
                    + """

            ```{code-cell} java
            ---
            mistake: plus
            says: You forget that numbers can be negative.
            ---
            int plus(int a, int b) { return a < 0 ? 0 : a + b; }
            ```
            """);

    @TempDir
    private Path folder;

    private CountedSessions sessions;

    @BeforeEach
    void count() {
        sessions = new CountedSessions(Sessions.forAuthors(Project.find()));
    }

    @Test
    void forAKeyEveryCheckIsAskedAboutEveryMistake() {
        Rehearsal rehearsal = Rehearsal.of(PRACTICUM, sessions, folder);
        assertThat(answers(rehearsal))
                .containsExactly(
                        Map.of("plus.small", 80.0, "plus.shown", 40.0, "plus.negative", 1234.0 * 4321),
                        Map.of("plus.small", 42.0, "plus.shown", 41.0, "plus.negative", 0.0));
    }

    @Test
    void forAProofAHiddenCheckIsAskedOnlyWhereNoneInSightNotices() {
        Rehearsal rehearsal = Rehearsal.inSight(PRACTICUM, sessions, folder);
        assertThat(answers(rehearsal))
                .containsExactly(
                        Map.of("plus.small", 80.0, "plus.shown", 40.0),
                        Map.of("plus.small", 42.0, "plus.shown", 41.0, "plus.negative", 0.0));
        assertThat(rehearsal.mistakes()).noneMatch(rehearsal::isUnnoticed);
        assertThat(sessions.started()).isEqualTo(1);
        // The solution, the second mistake, and the control after it.
        assertThat(sessions.ran("answer(\"plus.negative\"")).isEqualTo(3);
    }

    @Test
    void whatNothingNoticesIsSoInAProofToo() {
        Practicum blind = Samples.parse(
                Samples.SOURCE.replace("int wrongProduct = a * b; return wrongProduct;", "return b + a;"));
        Rehearsal rehearsal = Rehearsal.inSight(blind, sessions, folder);
        assertThat(rehearsal.mistakes()).singleElement().matches(rehearsal::isUnnoticed);
        assertThat(sessions.started()).as("it is run again from the beginning").isEqualTo(2);
    }

    @Test
    void whatIsExpectedTakesOneRunOfTheSolution() {
        assertThat(Rehearsal.expected(PRACTICUM, sessions, folder))
                .isEqualTo(Map.of(
                        "plus.small", Value.of(42), "plus.shown", Value.of(41), "plus.negative", Value.of(-5555)));
        assertThat(sessions.ran("return wrongProduct")).isZero();
    }

    private static List<Map<String, Double>> answers(Rehearsal rehearsal) {
        return rehearsal.mistakes().stream()
                .map(run -> run.answers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Value.Num) entry.getValue()).value())))
                .toList();
    }
}
