package practicum.check;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import practicum.build.Release;
import practicum.nbformat.NbgraderMetadata;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookException;
import practicum.nbformat.NotebookReader;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/** The matching of a submitted notebook with the release: by ids alone, whatever the notebook says of itself. */
final class Matching {
    private static final Pattern SUSPECT = Pattern.compile(
            "\"[^\"\\n]*(/proc\\b|/solutions\\b|solutions/|\\.practicum|grader/|169\\.254\\.|\\.\\./\\.\\.)[^\"\\n]*\"");

    /** As much of an answer in words as the pages show; all answers of a class are read at once. */
    private static final int LONGEST_ANSWER = 19_900;

    private final Practicum practicum;
    private final Map<String, Cell> release = new LinkedHashMap<>();
    private final Map<String, String> released = new HashMap<>();
    private final Map<String, NotebookCell> found = new LinkedHashMap<>();
    private final Map<String, List<String>> added = new LinkedHashMap<>();
    private final List<Flag> flags = new ArrayList<>();

    Matching(Practicum practicum) {
        this.practicum = practicum;
        var ids = CellIds.of(practicum);
        for (int i = 0; i < ids.size(); i++) {
            Cell cell = practicum.cells().get(i);
            if (!isInstructors(cell)) {
                release.put(ids.get(i), cell);
            }
        }
        var blank = NotebookReader.parse(Release.student(practicum), practicum.stem());
        blank.cells().forEach(cell -> released.put(cell.id(), cell.source()));
    }

    /** Whether a cell is in no release. */
    private static boolean isInstructors(Cell cell) {
        return cell instanceof Cell.Version || cell instanceof Cell.Check check && check.hidden();
    }

    Attempt match(Notebook notebook) {
        collect(notebook);
        requireSome(notebook);
        var code = new LinkedHashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        release.forEach((id, cell) -> {
            var given = found.get(id);
            if (cell instanceof Cell.Prose) {
                return;
            } else if (given == null) {
                flag(Flag.Kind.MISSING_CELL, id);
            } else if (cell instanceof Cell.Written written) {
                retyped(id, given, NotebookCell.Kind.MARKDOWN);
                words.put(written.id(), isAsReleased(id, given) ? "" : bounded(given.source()));
            } else if (cell instanceof Cell.Exercise exercise) {
                retyped(id, given, NotebookCell.Kind.CODE);
                code.put(exercise.id(), given.source());
            } else {
                keep(id, cell, given);
            }
        });
        outOfPlace().ifPresent(id -> flag(Flag.Kind.OUT_OF_ORDER, id));
        return new Attempt(code, added, words, flags);
    }

    private static String bounded(String answer) {
        return answer.length() <= LONGEST_ANSWER
                ? answer
                : answer.substring(0, answer.offsetByCodePoints(0, answer.codePointCount(0, LONGEST_ANSWER) - 1))
                        + "\n\n*(Cut off here: nobody reads more than " + LONGEST_ANSWER + " characters.)*";
    }

    private void collect(Notebook notebook) {
        String anchor = "";
        for (NotebookCell cell : notebook.cells()) {
            String id = id(cell);
            suspect(cell, id);
            if (release.containsKey(id)) {
                anchor = id;
                var before = found.get(id);
                if (before != null) {
                    flag(Flag.Kind.DUPLICATE, id);
                }
                if (before == null
                        || isWrittenIn(id, cell)
                        || !isWrittenIn(id, before) && !cell.source().isBlank()) {
                    found.remove(id);
                    found.put(id, cell);
                }
            } else if (cell.kind() == NotebookCell.Kind.CODE && !(released.containsKey(id) && isAsReleased(id, cell))) {
                added.computeIfAbsent(anchor, any -> new ArrayList<>()).add(cell.source());
            }
        }
    }

    /** Takes a cell that is not the student's to write: the release's runs, whatever stands here. */
    private void keep(String id, Cell cell, NotebookCell given) {
        if (isAsReleased(id, given)) {
            retyped(id, given, NotebookCell.Kind.CODE);
        } else if (isOfAnotherRelease(given)) {
            flag(Flag.Kind.OTHER_CELL, id);
        } else if (cell instanceof Cell.Check) {
            flag(Flag.Kind.TAMPERED, id);
        } else {
            flag(Flag.Kind.EDITED_DEMO, id);
            if (given.kind() == NotebookCell.Kind.CODE) {
                beforeRelease(id, given.source());
            }
        }
    }

    /** Refuses a notebook that is another practicum's: there is nothing in it to grade, and a way to mend it. */
    private void requireSome(Notebook notebook) {
        boolean known = notebook.cells().stream().anyMatch(cell -> released.containsKey(id(cell)));
        boolean coded = notebook.cells().stream()
                .anyMatch(cell ->
                        cell.kind() == NotebookCell.Kind.CODE && !cell.source().isBlank());
        if (!known && coded) {
            String named = notebook.metadata().get("practicum") instanceof JsonObject own
                            && own.get("stem") instanceof JsonPrimitive stem
                    ? " It says that it is " + PlainText.of(stem.getAsString(), 80) + "."
                    : "";
            throw new NotebookException(
                    practicum.stem() + ".ipynb",
                    "not one cell is of this practicum." + named + " Hand in the notebook of " + practicum.stem()
                            + ".");
        }
    }

    /** Whether a cell is as some release made it: what was changed since does not fit its own checksum any more. */
    private static boolean isOfAnotherRelease(NotebookCell cell) {
        return NbgraderMetadata.of(cell).filter(own -> own.isUnchanged(cell)).isPresent();
    }

    private boolean isWrittenIn(String id, NotebookCell cell) {
        return !cell.source().isBlank() && !isAsReleased(id, cell);
    }

    private boolean isAsReleased(String id, NotebookCell given) {
        return same(released.getOrDefault(id, ""), given.source());
    }

    /** An edited demo may define what the student's own code needs: it runs, and then the release's restores the rest. */
    private void beforeRelease(String id, String code) {
        String before = "";
        for (String each : release.keySet()) {
            if (each.equals(id)) {
                break;
            }
            before = each;
        }
        added.computeIfAbsent(before, any -> new ArrayList<>()).add(code);
    }

    private void retyped(String id, NotebookCell given, NotebookCell.Kind kind) {
        if (given.kind() != kind) {
            flag(Flag.Kind.RETYPED, id);
        }
    }

    private void suspect(NotebookCell cell, String id) {
        var match = SUSPECT.matcher(cell.source());
        if (cell.kind() == NotebookCell.Kind.CODE && match.find() && !isAsReleased(id, cell)) {
            flag(Flag.Kind.SUSPECT, (id.isEmpty() ? "a cell" : id) + " names " + match.group(1));
        }
    }

    /** The first cell that stands where another should. */
    private Optional<String> outOfPlace() {
        var given = found.keySet().iterator();
        return release.keySet().stream()
                .filter(found::containsKey)
                .filter(id -> !given.next().equals(id))
                .findFirst();
    }

    private void flag(Flag.Kind kind, String detail) {
        var flag = new Flag(kind, detail);
        if (!flags.contains(flag)) {
            flags.add(flag);
        }
    }

    /** The name that nbgrader keeps, else the notebook's own. */
    private String id(NotebookCell cell) {
        String named = NbgraderMetadata.nameOf(cell);
        return released.containsKey(named) ? named : cell.id();
    }

    private static boolean same(String a, String b) {
        return a.strip().equals(b.replace("\r\n", "\n").strip());
    }
}
