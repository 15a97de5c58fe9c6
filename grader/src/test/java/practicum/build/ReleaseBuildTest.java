package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.Output;
import practicum.source.Practicum;
import practicum.source.Project;

/** Builds a small practicum with the real kernel, in processes of its own. */
class ReleaseBuildTest {
    private static final Sessions SESSIONS = Sessions.forAuthors(Project.find());
    private static final Practicum PRACTICUM = Samples.parse(Samples.SOURCE);
    private static Release release;

    @BeforeAll
    static void build() {
        release = new ReleaseBuild(SESSIONS).of(PRACTICUM);
    }

    @Test
    void takesTheExpectationsFromTheSolutionAndTheMistakes() {
        Expectations expectations = Expectations.fromJson(release.expected());
        assertThat(expectations.exercise("plus"))
                .contains(new Expectations.Exercise("plus", 4, "What is the sign for a sum?", 1));
        assertThat(expectations.checks())
                .extracting(Expectations.Check::id)
                .containsExactly("plus.small", "plus.shown");
        Expectations.Check small = expectations.check("plus.small").orElseThrow();
        assertThat(small.expected()).isEqualTo(Value.of(42));
        assertThat(small.mistakes()).containsExactly(new Expectations.Mistake("You multiply.", Value.of(80)));
    }

    /** The demo between the exercise and the check keeps a value that the exercise computed. */
    @Test
    void reachesAMistakeThroughADemoThatKeepsItsResult() {
        Expectations.Check shown =
                Expectations.fromJson(release.expected()).check("plus.shown").orElseThrow();
        assertThat(shown.expected()).isEqualTo(Value.of(41));
        assertThat(shown.mistakes()).containsExactly(new Expectations.Mistake("You multiply.", Value.of(40)));
    }

    @Test
    void keepsTheOutputsOfTheSolution() {
        Notebook solution = NotebookReader.parse(release.solution(), "s.ipynb");
        NotebookCell demo = solution.cells().stream()
                .filter(cell -> cell.source().startsWith("var shown"))
                .findFirst()
                .orElseThrow();
        assertThat(demo.outputs()).containsExactly(new Output.Stream("stdout", "shown 41\n"));
        assertThat(solution.cells())
                .filteredOn(cell -> cell.kind() == NotebookCell.Kind.CODE)
                .allSatisfy(cell -> assertThat(cell.executionCount()).isPositive());
        assertThat(solution.cells())
                .filteredOn(cell -> cell.kind() == NotebookCell.Kind.RAW)
                .extracting(NotebookCell::source)
                .satisfiesExactly(
                        mistake -> assertThat(mistake).contains("wrongProduct"),
                        alternative -> assertThat(alternative).contains("otherSum"));
    }

    @Test
    void isCurrentAsItIsWrittenAndStaleAfterAnyChange(@TempDir Path root) throws Exception {
        Project project = new Project(root);
        Map<Path, String> files = release.files(project, PRACTICUM);
        ReleaseFiles.write(files);
        assertThat(Staleness.of(project, PRACTICUM)).isEmpty();
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(files.keySet());
        }

        assertThat(Staleness.of(project, Samples.parse(Samples.SOURCE.replace("a * b", "b * a"))))
                .containsExactly("solutions/03_two_numbers.ipynb was made from another source.");
        assertThat(Staleness.of(project, Samples.parse(Samples.SOURCE.replace("*prose*", "prose"))))
                .hasSize(2);
        assertThat(Staleness.of(project, Samples.parse(Samples.SOURCE.replace("seed: 7", "seed: 8"))))
                .hasSize(1);

        Path expected = Release.expectedFile(project, PRACTICUM.stem());
        Files.writeString(expected, release.expected().replace("42", "43"));
        assertThat(Staleness.of(project, PRACTICUM))
                .containsExactly("notebooks/expected/03_two_numbers.json is not of the build that made"
                        + " solutions/03_two_numbers.ipynb.");
        Files.delete(expected);
        assertThat(Staleness.of(project, PRACTICUM))
                .containsExactly("notebooks/expected/03_two_numbers.json is missing.");

        Files.writeString(expected, release.expected());
        Path once = Files.writeString(Release.expectedFile(project, PRACTICUM.stem() + "-1"), release.expected());
        assertThat(Staleness.of(project, PRACTICUM))
                .containsExactly("notebooks/expected/03_two_numbers-1.json is of a variant that there is no more.");
        Files.delete(once);

        Path student = Release.studentFile(project, PRACTICUM.stem());
        Files.writeString(student, release.student().replace("Peano", "Gauss"));
        assertThat(Staleness.of(project, PRACTICUM))
                .containsExactly("notebooks/03_two_numbers.ipynb is not what its source makes now.");
    }

    @Test
    void refusesASolutionThatFailsAndNamesTheLine() {
        String broken = Samples.SOURCE.replace("int secretSum = a + b;", "int secretSum = a / (b - b);");
        assertThatThrownBy(() -> new ReleaseBuild(SESSIONS).of(Samples.parse(broken)))
                .isInstanceOf(BuildException.class)
                .hasMessageMatching(
                        "(?s)solutions/03_two_numbers\\.md:\\d+: this cell fails in the solution:.*/ by zero.*");
    }

    @Test
    void refusesASolutionThatAnswersAtRandom() {
        String random =
                Samples.SOURCE.replace("answer(\"plus.shown\", shown)", "answer(\"plus.shown\", Math.random())");
        assertThatThrownBy(() -> new ReleaseBuild(SESSIONS).of(Samples.parse(random)))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("\"plus.shown\" differently each time it runs");
    }
}
