package practicum.nbformat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What nbgrader keeps with a cell, as its metadata schema 3 has it; older schemas are brought to it as nbgrader does.
 *
 * @param gradeId the cell's name
 * @param grade whether it earns points
 * @param solution whether the student writes it
 * @param locked whether it is to stay as it is
 * @param task whether it sets a task that a person grades
 * @param points what it is worth; 0 where it is not graded
 * @param cellType the type that it was released with, or empty
 * @param checksum the checksum that it was released with, or empty
 */
public record NbgraderMetadata(
        String gradeId,
        boolean grade,
        boolean solution,
        boolean locked,
        boolean task,
        double points,
        String cellType,
        String checksum) {
    /** The schema that is written. */
    private static final int SCHEMA = 3;

    private static final String KEY = "nbgrader";

    /** A cell of this name and role that is to be released; its type and checksum come with {@link #release}. */
    public NbgraderMetadata(String gradeId, boolean grade, boolean solution, boolean locked, double points) {
        this(gradeId, grade, solution, locked, false, grade ? points : 0, "", "");
    }

    /**
     * What a cell carries; nothing where there is none, or where it gives the cell no role. Nothing in it is trusted:
     * what is of another type than the schema says counts as absent, and points below zero as none.
     */
    public static Optional<NbgraderMetadata> of(NotebookCell cell) {
        if (!(cell.metadata().get(KEY) instanceof JsonObject json)) {
            return Optional.empty();
        }
        boolean grade = truth(json, "grade");
        boolean solution = truth(json, "solution");
        boolean locked = truth(json, "locked");
        boolean task = truth(json, "task");
        String id = NotebookReader.string(json, "grade_id");
        if (id.isEmpty() || !(grade || solution || locked || task)) {
            return Optional.empty();
        }
        String checksum = NotebookReader.string(json, "checksum");
        String type = NotebookReader.string(json, "cell_type");
        // Schema 1 had checksums before it had types.
        String released = type.isEmpty() && !checksum.isEmpty() ? type(cell) : type;
        return Optional.of(
                new NbgraderMetadata(id, grade, solution, locked, task, grade ? points(json) : 0, released, checksum));
    }

    /** The name that a cell carries, whatever its role; empty where it has none. */
    public static String nameOf(NotebookCell cell) {
        return cell.metadata().get(KEY) instanceof JsonObject json ? NotebookReader.string(json, "grade_id") : "";
    }

    /** The cell with this metadata, its type and its checksum as released. */
    public NotebookCell release(NotebookCell cell) {
        JsonObject json = new JsonObject();
        json.addProperty("cell_type", type(cell));
        json.addProperty("checksum", checksumOf(cell));
        json.addProperty("grade", grade);
        json.addProperty("grade_id", gradeId);
        json.addProperty("locked", locked);
        if (grade) {
            json.addProperty("points", points);
        }
        json.addProperty("schema_version", SCHEMA);
        json.addProperty("solution", solution);
        json.addProperty("task", task);
        JsonObject metadata = cell.metadata();
        metadata.add(KEY, json);
        return NotebookCell.of(cell.id(), cell.kind(), cell.source(), metadata);
    }

    /**
     * The checksum that nbgrader computes for a cell of this role: the MD5 of its text, type, role, name and points,
     * with truth and numbers spelt as Python does.
     */
    public String checksumOf(NotebookCell cell) {
        String text = cell.source() + type(cell) + python(grade) + python(solution) + python(isLocked()) + gradeId;
        return md5(grade ? text + PythonFloat.repr(points) : text);
    }

    /** Whether a cell is as it was released, as far as its own checksum tells. */
    public boolean isUnchanged(NotebookCell cell) {
        return !checksum.isEmpty() && checksum.equals(checksumOf(cell));
    }

    /** nbgrader's reading: what a student writes is never locked, and what only checks always is. */
    private boolean isLocked() {
        return !solution && (grade || locked);
    }

    private static boolean truth(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** Points; the oldest notebooks have them as text, which may be empty. */
    private static double points(JsonObject json) {
        try {
            double points = json.get("points") instanceof JsonPrimitive value && !value.isBoolean()
                    ? Double.parseDouble(value.getAsString())
                    : 0;
            return Double.isFinite(points) && points > 0 ? points : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** No secret depends on it: it tells whether a cell was changed by mistake. */
    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5, but this one has not.", e);
        }
    }

    private static String type(NotebookCell cell) {
        return cell.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }
}
