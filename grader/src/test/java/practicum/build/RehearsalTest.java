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
import practicum.source.Cell;
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

    /** Two variants, on which one of two exercises depends. */
    private static final String VARIED = Samples.SOURCE.replace("seed: 7\n", "seed: 7\nvariants: 2\n")
            + """

            ```{code-cell} java
            var mine = variant() % 1000 + 2;
            ```

            ```{code-cell} java
            ---
            exercise: square
            points: 2
            minutes: 1
            hint: Times itself.
            ---
            /** The square. */
            long square(long a) {
                // BEGIN SOLUTION
                return a * a;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: square
            answer("square.mine", square(mine));
            ```

            ```{code-cell} java
            ---
            mistake: square
            says: You double.
            ---
            long square(long a) { long wrongSquare = 2 * a + 1; return wrongSquare; }
            ```
            """;

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
        Rehearsal rehearsal = Rehearsals.inSight(sessions).of(PRACTICUM, folder);
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
    void aProofRunsAlternativesToo() {
        Rehearsal rehearsal = Rehearsals.proof(sessions).of(PRACTICUM, folder);
        assertThat(rehearsal.mistakes()).hasSize(2).noneMatch(rehearsal::isUnnoticed);
        assertThat(rehearsal.alternatives()).singleElement().matches(rehearsal::isUnnoticed);
        assertThat(rehearsal.noticed(rehearsal.mistakes().get(1)))
                .extracting(Cell.Check::answer)
                .containsExactly("plus.negative");
        assertThat(sessions.started()).isEqualTo(1);
        assertThat(Rehearsal.of(PRACTICUM, sessions, folder).alternatives()).isEmpty();
    }

    @Test
    void whatNothingNoticesIsSoInAProofToo() {
        Practicum blind = Samples.parse(
                Samples.SOURCE.replace("int wrongProduct = a * b; return wrongProduct;", "return b + a;"));
        Rehearsal rehearsal = Rehearsals.inSight(sessions).of(blind, folder);
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

    @Test
    void inAnotherVariantOnlyWhatDependsOnItRunsAgain() {
        Practicum varied = Samples.parse(VARIED);
        Rehearsals rehearsals = Rehearsals.proof(sessions);
        Rehearsal first = rehearsals.of(varied.in(0), folder);
        assertThat(sessions.ran("int wrongProduct")).isEqualTo(1);
        assertThat(sessions.ran("return wrongSquare")).isEqualTo(1);
        Rehearsal second = rehearsals.of(varied.in(1), folder);
        assertThat(sessions.ran("int wrongProduct")).isEqualTo(1);
        assertThat(sessions.ran("return wrongSquare")).isEqualTo(2);
        assertThat(second.mistakes()).hasSize(2).noneMatch(second::isUnnoticed);
        assertThat(second.mistakes().get(0)).isEqualTo(first.mistakes().get(0));
        assertThat(second.mistakes().get(1).answers())
                .isNotEqualTo(first.mistakes().get(1).answers());
        assertThat(second.alternatives()).isEqualTo(first.alternatives());
        assertThat(second)
                .as("is what it would be alone")
                .isEqualTo(Rehearsals.proof(sessions).of(varied.in(1), folder));
    }

    @Test
    void whatNoNameShowsIsSeenByTheSolutionsAnswers() {
        String cell = "\n```\n\n```{code-cell} java\n";
        Practicum hidden = Samples.parse(VARIED.replace("plus(start, ", "plus(start.get(0), ")
                .replace(
                        "var start = 40;",
                        "var start = new ArrayList<>(List.of(40));" + cell
                                + "void move() { start.set(0, (int) (variant() % 100)); }" + cell + "move();"));
        Rehearsals rehearsals = Rehearsals.proof(sessions);
        Rehearsal first = rehearsals.of(hidden.in(0), folder);
        assertThat(rehearsals.of(hidden.in(1), folder).mistakes().get(0))
                .isNotEqualTo(first.mistakes().get(0));
    }

    private static List<Map<String, Double>> answers(Rehearsal rehearsal) {
        return rehearsal.mistakes().stream()
                .map(run -> run.answers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Value.Num) entry.getValue()).value())))
                .toList();
    }
}
