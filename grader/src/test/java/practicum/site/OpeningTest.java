package practicum.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.nbformat.Output;

class OpeningTest {
    private static final List<NotebookCell> STUDENT = List.of(
            code("first", "picture()"),
            code("changed", "a student's other cell"),
            NotebookCell.of("plus_header", Kind.MARKDOWN, "**Exercise**", new JsonObject()),
            exercise("plus"),
            code("later", "plus(2, 2)"));

    private static final List<NotebookCell> EXECUTED = List.of(
            ran("first", "picture()"),
            ran("changed", "practicum(\"x\");"),
            ran("plus", "int plus() { return 1; }"),
            ran("later", "plus(2, 2)"));

    @Test
    void onlyWhatRunsBeforeTheFirstExerciseIsShown() {
        assertThat(Opening.shown(STUDENT, EXECUTED))
                .extracting(cell -> cell.outputs().size())
                .containsExactly(1, 0, 0, 0, 0);
        assertThat(Opening.shown(STUDENT, EXECUTED))
                .extracting(NotebookCell::source)
                .isEqualTo(STUDENT.stream().map(NotebookCell::source).toList());
    }

    @Test
    void anExerciseWithoutAHeaderEndsTheOpeningToo() {
        List<NotebookCell> bare = List.of(exercise("plus"), code("later", "plus(2, 2)"));
        assertThat(Opening.shown(bare, EXECUTED)).isEqualTo(bare);
    }

    @Test
    void aCheckEndsTheOpeningToo() {
        List<NotebookCell> bare = List.of(marked("check", "grade"), code("later", "plus(2, 2)"));
        assertThat(Opening.shown(bare, EXECUTED)).isEqualTo(bare);
    }

    private static NotebookCell code(String id, String source) {
        return NotebookCell.of(id, Kind.CODE, source, new JsonObject());
    }

    private static NotebookCell ran(String id, String source) {
        return code(id, source).ran(1, List.of(new Output.Stream("stdout", "shown")));
    }

    private static NotebookCell exercise(String id) {
        return marked(id, "solution");
    }

    private static NotebookCell marked(String id, String mark) {
        var marks = new JsonObject();
        marks.addProperty(mark, true);
        var metadata = new JsonObject();
        metadata.add("nbgrader", marks);
        return NotebookCell.of(id, Kind.CODE, "throw new NotImplemented();", metadata);
    }
}
