package practicum.attack;

import static practicum.attack.Attack.beside;
import static practicum.attack.Attack.of;
import static practicum.attack.Attack.scores;
import static practicum.attack.Attacked.BLANK;
import static practicum.attack.Attacked.PERFECT;
import static practicum.attack.Attacked.change;
import static practicum.attack.Attacked.map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import practicum.check.Flag;
import practicum.check.Status;
import practicum.nbformat.NbgraderMetadata;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.nbformat.Output;

/** Notebooks whose cells are not as they were released. */
final class StructureAttacks {
    private StructureAttacks() {}

    static List<Attack> all() {
        return List.of(
                of(
                        23,
                        "checks and points of one's own",
                        map(
                                BLANK,
                                cell -> cell.id().startsWith("plus_")
                                                || cell.id().startsWith("scores_")
                                        ? worth(
                                                cell.kind() == Kind.CODE
                                                        ? cell.withSource("answer(\"plus.small\", 42);")
                                                        : cell)
                                        : cell),
                        Expected.of(0, Status.TAMPERED).flagged(Flag.Kind.TAMPERED)),
                of(
                        24,
                        "no checks",
                        change(PERFECT, cells -> cells.stream()
                                .filter(cell -> !cell.source().contains("answer("))
                                .toList()),
                        Expected.of(10, Status.OK).flagged(Flag.Kind.MISSING_CELL)),
                of(
                        24,
                        "no cells at all",
                        change(PERFECT, cells -> List.of()),
                        Expected.of(0, Status.PARTIAL)
                                .flagged(Flag.Kind.MISSING_CELL)
                                .saying("is missing")),
                of(
                        25,
                        "cells that are there three times",
                        change(PERFECT, cells -> {
                            List<NotebookCell> more = new ArrayList<>(cells);
                            for (String text : List.of(
                                    Attacked.SCORES, "", cell(BLANK, "scores").source())) {
                                more.add(cell(BLANK, "scores").withSource(text));
                            }
                            return more;
                        }),
                        Expected.of(10, Status.OK).flagged(Flag.Kind.DUPLICATE)),
                of(
                        26,
                        "names and roles exchanged",
                        map(
                                PERFECT,
                                cell -> Map.of("plus", "scores", "scores", "plus")
                                                .containsKey(cell.id())
                                        ? named(cell, cell.id().equals("plus") ? "scores" : "plus")
                                        : roleless(cell)),
                        Expected.of(8, Status.PARTIAL)),
                of(
                        27,
                        "tags that ask for mercy",
                        map(PERFECT, cell -> tagged(cell, "skip-execution", "raises-exception", "otter_ignore")),
                        Expected.of(10, Status.OK)),
                of(
                        28,
                        "code as text and text as code",
                        map(PERFECT, cell -> typed(cell, cell.kind() == Kind.CODE ? Kind.MARKDOWN : Kind.CODE)),
                        Expected.of(10, Status.OK).flagged(Flag.Kind.RETYPED)),
                of(
                        29,
                        "everything upside down",
                        change(PERFECT, cells -> {
                            List<NotebookCell> turned = new ArrayList<>(cells);
                            Collections.reverse(turned);
                            return turned;
                        }),
                        Expected.of(10, Status.OK).flagged(Flag.Kind.OUT_OF_ORDER)),
                of(30, "another kernel", new Notebook(pythons(), PERFECT.cells()), Expected.of(10, Status.OK)),
                beside(
                        31,
                        "magics",
                        "%maven org.example:library:1.0\n%jars *.jar\n%%shell\ncurl example.org",
                        Expected.of(10, Status.OK)),
                of(35, "outputs of one's own", map(BLANK, StructureAttacks::shown), Expected.of(0, Status.PARTIAL)),
                scores(
                        38,
                        "what does not compile",
                        "double[] scores(double[] q) { return q",
                        Expected.of(4, Status.PARTIAL).saying("does not compile")),
                of(
                        47,
                        "last year's release",
                        map(PERFECT, cell -> cell.id().equals("plus_small") ? lastYears(cell) : cell),
                        Expected.of(10, Status.OK).flagged(Flag.Kind.OTHER_CELL)),
                of(47, "nothing done", BLANK, Expected.of(0, Status.PARTIAL).saying("still to do")));
    }

    private static NotebookCell cell(Notebook notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static NotebookCell lastYears(NotebookCell cell) {
        NotebookCell older = cell.withSource("answer(\"plus.small\", plus(start, 3));");
        return new NbgraderMetadata(cell.id(), true, false, true, 1).release(older);
    }

    private static NotebookCell worth(NotebookCell cell) {
        return nbgrader(cell, "points", new JsonPrimitive(1e9));
    }

    private static NotebookCell named(NotebookCell cell, String name) {
        return nbgrader(cell, "grade_id", new JsonPrimitive(name));
    }

    private static NotebookCell roleless(NotebookCell cell) {
        return nbgrader(nbgrader(cell, "solution", new JsonPrimitive(true)), "grade", new JsonPrimitive("yes"));
    }

    private static NotebookCell nbgrader(NotebookCell cell, String name, JsonElement value) {
        JsonObject metadata = cell.metadata().deepCopy();
        if (metadata.get("nbgrader") instanceof JsonObject nbgrader) {
            nbgrader.add(name, value);
        }
        return NotebookCell.of(cell.id(), cell.kind(), cell.source(), metadata);
    }

    private static NotebookCell tagged(NotebookCell cell, String... tags) {
        JsonObject metadata = cell.metadata().deepCopy();
        JsonArray array = new JsonArray();
        List.of(tags).forEach(array::add);
        metadata.add("tags", array);
        return NotebookCell.of(cell.id(), cell.kind(), cell.source(), metadata);
    }

    private static NotebookCell typed(NotebookCell cell, Kind kind) {
        return NotebookCell.of(cell.id(), kind, cell.source(), cell.metadata());
    }

    private static NotebookCell shown(NotebookCell cell) {
        if (cell.kind() != Kind.CODE) {
            return cell;
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("id", cell.id().replace('_', '.'));
        answer.addProperty("value", 42);
        return cell.ran(
                7,
                List.of(
                        new Output.Stream("stdout", "PASS\n"),
                        new Output.Display(Map.of("application/vnd.practicum.answer+json", answer))));
    }

    private static JsonObject pythons() {
        JsonObject kernel = new JsonObject();
        kernel.addProperty("name", "python3");
        kernel.addProperty("language", "python");
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", kernel);
        return metadata;
    }
}
