package practicum.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.build.Sessions;
import practicum.source.Project;

/** The mutants of a small solution, with what becomes of each worked out by hand. */
class MutatorTest {
    private static final String SOURCE =
            """
            ---
            title: Mutants
            number: 3
            claim: Some survive.
            ---

            ```{code-cell} java
            ---
            exercise: larger
            points: 1
            minutes: 5
            hint: Compare.
            ---
            /** The larger of two numbers. */
            int larger(int a, int b) {
                // BEGIN SOLUTION
                int best = a;
                if (b > best) { // EQUIVALENT comparison: of two equal numbers either is the larger
                    best = b;
                }
                return best;
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: larger
            answer("larger.second", larger(2, 5));
            ```

            ```{code-cell} java
            ---
            exercise: count
            points: 1
            minutes: 5
            hint: Count.
            ---
            /** Counts up to a number. */
            int count(int to) {
                // BEGIN SOLUTION
                int i = 0;
                while (i < to) {
                    i++;
                }
                return Math.min(i, 9);
                // END SOLUTION
            }
            ```

            ```{code-cell} java
            :check: count
            answer("count.one", count(1));
            ```
            """;

    @TempDir
    private Path root;

    private MutationReport run(String source, List<String> exercises) throws IOException {
        Files.createDirectories(root.resolve("solutions"));
        Files.writeString(root.resolve("solutions/03_mutants.md"), source);
        Project home = Project.find();
        var mutator = new Mutator(
                new Project(root),
                Sessions.forAuthors(home),
                ignored -> Sessions.forMutants(home, Duration.ofSeconds(15)));
        return mutator.run("03_mutants", exercises);
    }

    @Test
    void whatNoCheckNoticesIsListedWithItsLineAndTheRestIsCounted() throws IOException {
        MutationReport report = run(SOURCE, List.of());
        // larger: the statement left out is noticed; >= is said to be equivalent.
        // count(1): starting at 1 or −1 gives 1 as well, and so do min(i, 8), min(i, 10) and min(9, i). i <= to gives
        // 2,
        // min(i, 0) gives 0, and without i++ it never ends.
        assertThat(report.toString())
                .contains("larger: 1 of 1 noticed, 100 %, 1 said to compute the same")
                .contains("count: 3 of 8 noticed, 38 %")
                .contains("line 41 survives: constant: `0` → `1`")
                .contains("line 41 survives: constant: `0` → `-1`")
                .contains("line 45 survives: constant: `9` → `8`")
                .contains("line 45 survives: constant: `9` → `10`")
                .contains("line 45 survives: arguments: `i, 9` → `9, i`");
        assertThat(report.survivors()).hasSize(5);
        assertThat(report.killRate()).isEqualTo(4 / 9.0, within(1e-12));
    }

    @Test
    void aMarkWithoutAReasonIsRefused() {
        assertThatThrownBy(
                        () -> run(SOURCE.replace(": of two equal numbers either is the larger", ""), List.of("larger")))
                .hasMessageContaining("// EQUIVALENT kind: reason");
        assertThatThrownBy(() -> run(SOURCE, List.of("lager"))).hasMessageContaining("No exercise \"lager\"");
    }
}
