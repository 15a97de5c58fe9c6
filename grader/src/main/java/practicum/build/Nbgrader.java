package practicum.build;

import com.google.gson.JsonObject;
import java.util.Locale;
import practicum.nbformat.NotebookCell;
import practicum.source.Digest;

/** What nbgrader keeps with a cell: its metadata schema 3. */
final class Nbgrader {
    private static final int SCHEMA = 3;

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
        JsonObject nbgrader = new JsonObject();
        String type = cell.kind().name().toLowerCase(Locale.ROOT);
        nbgrader.addProperty("cell_type", type);
        nbgrader.addProperty("checksum", checksum(cell.source(), type, gradeId, points));
        nbgrader.addProperty("grade", grade);
        nbgrader.addProperty("grade_id", gradeId);
        nbgrader.addProperty("locked", locked);
        if (grade) {
            nbgrader.addProperty("points", points);
        }
        nbgrader.addProperty("schema_version", SCHEMA);
        nbgrader.addProperty("solution", solution);
        nbgrader.addProperty("task", false);
        JsonObject metadata = cell.metadata();
        metadata.add("nbgrader", nbgrader);
        if (grade || solution) {
            metadata.addProperty("deletable", false);
        }
        if (grade && !solution) {
            metadata.addProperty("editable", false);
        }
        return NotebookCell.of(cell.id(), cell.kind(), cell.source(), metadata);
    }

    /** What nbgrader computes to see whether a cell was changed; it spells truth and numbers as Python does. */
    private String checksum(String source, String type, String gradeId, double points) {
        String text = source + type + python(grade) + python(solution) + python(locked) + gradeId;
        return Digest.md5(grade ? text + points : text);
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }
}
