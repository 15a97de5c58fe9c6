package practicum.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.build.Release;
import practicum.build.Staleness;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.source.Project;

/** The committed notebooks are those that their sources make: what {@code ./practicum build --check} tells. */
class NotebooksTest {
    private static final Project PROJECT = Project.find();

    static List<String> stems() {
        return PROJECT.stems();
    }

    @ParameterizedTest
    @MethodSource("stems")
    void areWhatTheirSourcesMake(String stem) {
        assertThat(Staleness.of(PROJECT, PROJECT.practicum(stem)))
                .as("Run ./practicum build %s and commit what it writes.", stem)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stems")
    void reachStudentsWithoutOutputs(String stem) {
        Notebook notebook = NotebookReader.read(Release.studentFile(PROJECT, stem), stem);
        assertThat(notebook.cells()).flatExtracting(NotebookCell::outputs).isEmpty();
        assertThat(notebook.cells()).extracting(NotebookCell::executionCount).containsOnly(0);
    }
}
