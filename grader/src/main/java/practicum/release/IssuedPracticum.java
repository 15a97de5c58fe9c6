package practicum.release;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import practicum.build.Release;
import practicum.nbformat.NotebookCell;
import practicum.source.Cell;
import practicum.source.Digest;
import practicum.source.Practicum;

/**
 * One practicum as a release has it.
 *
 * @param stem the name that its files share
 * @param title its name for a reader
 * @param notebook the digest of the students' notebook as it was built
 * @param cells per cell of it the digest of its text, in order
 * @param hidden per exercise how many hidden checks there are of each kind of comparison
 * @param after per visible check those that must have passed before it says anything new
 * @param forbids per exercise and per visible check what students are to do without
 * @param variants how many versions with numbers of their own there are; 0 where all have the same
 */
public record IssuedPracticum(
        String stem,
        String title,
        String notebook,
        Map<String, String> cells,
        Map<String, Map<String, Integer>> hidden,
        Map<String, List<String>> after,
        Map<String, List<String>> forbids,
        int variants) {
    /** The key of a notebook's metadata under which the course keeps its own. */
    private static final String OWN = "practicum";

    /** A practicum as its source has it now. */
    public static IssuedPracticum of(Practicum practicum) {
        var cells = new LinkedHashMap<String, String>();
        for (NotebookCell cell : Release.blank(practicum).cells()) {
            cells.put(cell.id(), Digest.sha256(cell.source()));
        }
        var hidden = new LinkedHashMap<String, Map<String, Integer>>();
        var after = new LinkedHashMap<String, List<String>>();
        for (Cell.Check check : practicum.checks()) {
            if (check.hidden()) {
                hidden.computeIfAbsent(check.exercise(), none -> new TreeMap<>())
                        .merge(category(check.compare()), 1, Integer::sum);
            } else if (!check.after().isEmpty()) {
                after.put(check.answer(), check.after());
            }
        }
        return new IssuedPracticum(
                practicum.stem(),
                practicum.about().title(),
                Digest.sha256(Release.student(practicum)),
                cells,
                hidden,
                after,
                forbids(practicum),
                practicum.about().variants());
    }

    private static Map<String, List<String>> forbids(Practicum practicum) {
        var forbids = new LinkedHashMap<String, List<String>>();
        practicum.exercises().stream()
                .filter(exercise -> !exercise.forbids().isEmpty())
                .forEach(exercise -> forbids.put(exercise.id(), exercise.forbids()));
        practicum.checks().stream()
                .filter(check -> !check.hidden() && !check.forbids().isEmpty())
                .forEach(check -> forbids.put(check.answer(), check.forbids()));
        return forbids;
    }

    /** What a hidden check may be told to look at: the comparison's name without its figures. */
    private static String category(String compare) {
        String name = compare.replaceFirst("\\(.*", "").strip();
        return name.isEmpty() || name.equals("close") ? "same value" : name;
    }

    /** Adds to a notebook's metadata which release it is of. */
    void mark(JsonObject metadata, String release) {
        JsonObject own = metadata.getAsJsonObject(OWN);
        own.addProperty("release", release);
        own.addProperty("notebook_sha256", notebook);
    }
}
