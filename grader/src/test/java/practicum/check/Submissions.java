package practicum.check;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/** A student's notebook of a practicum, as the release gives it and as a student then changes it. */
record Submissions(List<NotebookCell> cells) {
    static Submissions blank(Practicum practicum) {
        var ids = CellIds.of(practicum);
        var cells = new ArrayList<NotebookCell>();
        cells.add(cell("setup", Kind.CODE, "practicum(\"" + practicum.stem() + "\");"));
        for (int i = 0; i < ids.size(); i++) {
            Cell cell = practicum.cells().get(i);
            if (cell instanceof Cell.Exercise exercise) {
                cells.add(cell(ids.get(i), Kind.CODE, exercise.stub()));
            } else if (cell instanceof Cell.Demo demo) {
                cells.add(cell(ids.get(i), Kind.CODE, demo.code()));
            } else if (cell instanceof Cell.Check check && !check.hidden()) {
                cells.add(cell(ids.get(i), Kind.CODE, check.code()));
            } else if (cell instanceof Cell.Prose prose) {
                cells.add(cell(ids.get(i), Kind.MARKDOWN, prose.markdown()));
            } else if (cell instanceof Cell.Written) {
                cells.add(cell(ids.get(i), Kind.MARKDOWN, ""));
            }
        }
        return new Submissions(cells);
    }

    static NotebookCell cell(String id, Kind kind, String source) {
        return NotebookCell.of(id, kind, source, new JsonObject());
    }

    Submissions with(String id, String source) {
        return map(cell -> cell.id().equals(id) ? cell(id, cell.kind(), source) : cell);
    }

    Submissions map(UnaryOperator<NotebookCell> change) {
        return new Submissions(cells.stream().map(change).toList());
    }

    Submissions without(String id) {
        return new Submissions(
                cells.stream().filter(cell -> !cell.id().equals(id)).toList());
    }

    Submissions then(String after, NotebookCell added) {
        var more = new ArrayList<>(cells);
        int place = cells.stream().map(NotebookCell::id).toList().indexOf(after);
        more.add(place + 1, added);
        return new Submissions(more);
    }

    Notebook notebook() {
        return new Notebook(new JsonObject(), cells);
    }
}
