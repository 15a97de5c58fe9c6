package practicum.site;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;

/**
 * What a students' notebook shows when its cells are run up to the first exercise. That depends on no code of a student's
 * and so on no solution, whatever it is that is asked later.
 */
final class Opening {
    private Opening() {}

    /** The students' cells, those before the first exercise with the outputs that the executed solution has of them. */
    static List<NotebookCell> shown(List<NotebookCell> student, List<NotebookCell> executed) {
        Map<String, NotebookCell> known =
                executed.stream().collect(Collectors.toMap(NotebookCell::id, Function.identity(), (one, two) -> one));
        List<NotebookCell> shown = new ArrayList<>();
        boolean before = true;
        for (NotebookCell cell : student) {
            before = before && !isExercise(cell);
            shown.add(before ? ran(cell, known) : cell);
        }
        return List.copyOf(shown);
    }

    private static NotebookCell ran(NotebookCell cell, Map<String, NotebookCell> executed) {
        return Optional.ofNullable(executed.get(cell.id()))
                .filter(run -> run.kind() == Kind.CODE && run.source().equals(cell.source()))
                .map(run -> cell.ran(run.executionCount(), run.outputs()))
                .orElse(cell);
    }

    /** Whether a student writes here, or is told here what to write, or what was written is checked here. */
    private static boolean isExercise(NotebookCell cell) {
        JsonObject marks = cell.metadata().get("nbgrader") instanceof JsonObject object ? object : new JsonObject();
        return cell.id().endsWith(NotebookCells.HEADER) || isTrue(marks, "solution") || isTrue(marks, "grade");
    }

    private static boolean isTrue(JsonObject marks, String name) {
        return marks.has(name)
                && marks.get(name).isJsonPrimitive()
                && marks.get(name).getAsBoolean();
    }
}
