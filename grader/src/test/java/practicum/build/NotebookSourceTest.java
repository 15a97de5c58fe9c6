package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.source.Practicum;

class NotebookSourceTest {
    private final Practicum practicum = Samples.parse(Samples.SOURCE);
    private final Notebook solution =
            NotebookReader.parse(NotebookWriter.write(SolutionNotebook.of(practicum)), "s.ipynb");

    @Test
    void bringsAnInstructorsNotebookBackToTheSameCells() {
        Practicum again = Samples.parse(NotebookSource.of(solution, "s.ipynb"));
        assertThat(again.about()).isEqualTo(practicum.about());
        assertThat(again.cells())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(practicum.cells());
    }

    @Test
    void takesWhatWasEditedAndAddedInJupyter() {
        List<NotebookCell> cells = new ArrayList<>(solution.cells());
        cells.replaceAll(cell -> cell.id().equals("start")
                ? NotebookCell.of("start", cell.kind(), "var start = 41;\n", cell.metadata())
                : cell);
        cells.add(NotebookCell.of("new", NotebookCell.Kind.CODE, "int added = 1;", new JsonObject()));
        String text = NotebookSource.of(new Notebook(solution.metadata(), cells), "s.ipynb");
        assertThat(text).contains("var start = 41;\n```").contains("```{code-cell} java\nint added = 1;\n```");
    }

    @Test
    void refusesAStudentsNotebook() {
        Notebook student = StudentNotebook.of(practicum);
        assertThatThrownBy(() -> NotebookSource.stem(student, "n.ipynb"))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("no instructors' notebook");
    }

    @Test
    void refusesAnEditThatBreaksARuleOfTheSource() {
        List<NotebookCell> cells = new ArrayList<>(solution.cells());
        cells.removeIf(cell -> cell.id().equals("plus"));
        assertThatThrownBy(() -> NotebookSource.of(new Notebook(solution.metadata(), cells), "s.ipynb"))
                .hasMessageContaining("which is no exercise here");
    }
}
