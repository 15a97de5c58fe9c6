package practicum.release;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;

/**
 * A student's work from an older notebook in a newer one: what they wrote for exercises and questions that are still
 * there, and their own cells after the cells that they stood after.
 *
 * @param notebook the newer notebook with the work
 * @param taken the ids of the cells that were taken over
 * @param lost the ids of cells that a student wrote and that the newer notebook has no place for; they stand at its end
 */
public record Moving(Notebook notebook, List<String> taken, List<String> lost) {
    /** Keeps copies. */
    public Moving {
        taken = List.copyOf(taken);
        lost = List.copyOf(lost);
    }

    /**
     * Moves work.
     *
     * @param old the notebook with the work
     * @param blank the newer notebook as it was released
     */
    public static Moving of(Notebook old, Notebook blank) {
        Set<String> places = new HashSet<>();
        blank.cells().forEach(cell -> places.add(cell.id()));
        var written = new LinkedHashMap<String, NotebookCell>();
        Map<String, List<NotebookCell>> own = new HashMap<>();
        var lost = new ArrayList<NotebookCell>();
        String anchor = "";
        for (NotebookCell cell : old.cells()) {
            boolean theirs = isStudents(cell);
            if (places.contains(cell.id())) {
                anchor = cell.id();
                if (theirs) {
                    written.put(cell.id(), cell);
                }
            } else if (theirs) {
                lost.add(cell);
            } else if (!isReleases(cell)) {
                own.computeIfAbsent(anchor, none -> new ArrayList<>()).add(cell);
            }
        }
        var cells = new ArrayList<>(own.getOrDefault("", List.of()));
        var taken = new ArrayList<String>();
        for (NotebookCell cell : blank.cells()) {
            NotebookCell work = isStudents(cell) ? written.get(cell.id()) : null;
            if (work != null && !work.source().equals(cell.source())) {
                taken.add(cell.id());
                cells.add(cell.withSource(work.source()));
            } else {
                cells.add(cell);
            }
            cells.addAll(own.getOrDefault(cell.id(), List.of()));
        }
        lost.forEach(cell -> cells.add(NotebookCell.of(cell.id(), cell.kind(), cell.source(), new JsonObject())));
        return new Moving(
                new Notebook(blank.metadata(), cells),
                taken,
                lost.stream().map(NotebookCell::id).toList());
    }

    /** Whether nothing was written in the older notebook. */
    public boolean isNothing() {
        return taken.isEmpty() && lost.isEmpty();
    }

    private static boolean isStudents(NotebookCell cell) {
        return cell.metadata().get("nbgrader") instanceof JsonObject role
                && role.has("solution")
                && role.get("solution").getAsBoolean();
    }

    /** Cells of a release are known by nbgrader's mark or, prose, by the name that it got from its content. */
    private static boolean isReleases(NotebookCell cell) {
        return cell.metadata().has("nbgrader") || cell.id().matches("prose-[0-9a-f]{10}(-\\d+)?");
    }
}
