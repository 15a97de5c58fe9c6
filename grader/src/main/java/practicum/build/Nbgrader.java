package practicum.build;

import com.google.gson.JsonObject;
import practicum.nbformat.NbgraderMetadata;
import practicum.nbformat.NotebookCell;

/** The roles that cells of a release have for nbgrader. */
final class Nbgrader {
    private final boolean grade;
    private final boolean solution;
    private final boolean locked;

    private Nbgrader(boolean grade, boolean solution, boolean locked) {
        this.grade = grade;
        this.solution = solution;
        this.locked = locked;
    }

    /** A cell that the student should leave as it is. */
    static Nbgrader readOnly() {
        return new Nbgrader(false, false, true);
    }

    /** A cell that the student completes and a check cell grades. */
    static Nbgrader solution() {
        return new Nbgrader(false, true, false);
    }

    /** A cell that checks and earns points. */
    static Nbgrader check() {
        return new Nbgrader(true, false, true);
    }

    /** A cell that the student writes and a person grades. */
    static Nbgrader manual() {
        return new Nbgrader(true, true, false);
    }

    /** The cell with this metadata added; points count only where the cell is graded. */
    NotebookCell mark(NotebookCell cell, String gradeId, double points) {
        NotebookCell marked = new NbgraderMetadata(gradeId, grade, solution, locked, points).release(cell);
        JsonObject metadata = marked.metadata();
        if (grade || solution) {
            metadata.addProperty("deletable", false);
        }
        if (grade && !solution) {
            metadata.addProperty("editable", false);
        }
        return NotebookCell.of(cell.id(), cell.kind(), cell.source(), metadata);
    }
}
