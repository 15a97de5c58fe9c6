package practicum.check;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import practicum.build.Release;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.nbformat.NotebookReader;
import practicum.source.Practicum;

/** A student's notebook: the release, and what a student then makes of it. */
public record Submissions(List<NotebookCell> cells) {
    public static Submissions blank(Practicum practicum) {
        return new Submissions(NotebookReader.parse(Release.student(practicum), practicum.stem())
                .cells());
    }

    static NotebookCell cell(String id, Kind kind, String source) {
        return NotebookCell.of(id, kind, source, new JsonObject());
    }

    public Submissions with(String id, String source) {
        return map(cell -> cell.id().equals(id) ? NotebookCell.of(id, cell.kind(), source, cell.metadata()) : cell);
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

    public Notebook notebook() {
        return new Notebook(new JsonObject(), cells);
    }
}
