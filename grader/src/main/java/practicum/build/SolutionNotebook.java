package practicum.build;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.CellOptions;
import practicum.source.Practicum;

/**
 * The notebook that instructors get: everything that the source says, hidden checks, mistakes, alternatives and rubrics included.
 *
 * <p>Each cell carries its options in the metadata {@code practicum}, so that an edited notebook can be brought back to
 * the text source; a cell that the build adds says so there. Mistakes and alternatives are raw cells, which Jupyter does
 * not run; above each of them, and above each hidden check, stands what it is.
 */
final class SolutionNotebook {
    private static final Gson JSON = new Gson();
    /** Marks a cell that the build adds and the source does not have. */
    static final String GENERATED = "generated";
    /** The end of the id of a cell that says what the next one is. */
    private static final String LABEL = "_label";

    private final Practicum practicum;
    private final CellIds ids = new CellIds();
    private final List<NotebookCell> cells = new ArrayList<>();

    private SolutionNotebook(Practicum practicum) {
        this.practicum = practicum;
    }

    /** The notebook before it has run. */
    static Notebook of(Practicum practicum) {
        SolutionNotebook notebook = new SolutionNotebook(practicum);
        notebook.build();
        JsonObject metadata = NotebookMetadata.of(practicum);
        JsonObject own = metadata.getAsJsonObject("practicum");
        json(CellOptions.of(practicum.about())).asMap().forEach(own::add);
        return new Notebook(metadata, notebook.cells);
    }

    private void build() {
        List<Cell> source = practicum.cells();
        boolean titled = StudentNotebook.hasTitle(practicum);
        if (titled) {
            add(source.get(0));
        } else {
            generated("title", Kind.MARKDOWN, Wording.title(practicum));
        }
        generated(
                StudentNotebook.SETUP,
                Kind.CODE,
                StudentNotebook.setup(practicum.hasVariants() ? practicum.in(0) : practicum));
        source.subList(titled ? 1 : 0, source.size()).forEach(this::add);
    }

    private void add(Cell cell) {
        if (cell instanceof Cell.Prose prose) {
            cells.add(NotebookCell.of(ids.of(prose), Kind.MARKDOWN, prose.markdown(), new JsonObject()));
        } else if (cell instanceof Cell.Written written) {
            cells.add(cell(ids.of(written), Kind.MARKDOWN, written.prompt(), written));
            generated(written.id() + "_rubric", Kind.MARKDOWN, Wording.rubric(written));
        } else if (cell instanceof Cell.Code code) {
            if (code instanceof Cell.Exercise exercise) {
                generated(exercise.id() + "_header", Kind.MARKDOWN, Wording.header(practicum, exercise));
            }
            String id = ids.of(code);
            Wording.label(practicum, code).ifPresent(label -> generated(id + LABEL, Kind.MARKDOWN, label));
            Kind kind = code instanceof Cell.Version ? Kind.RAW : Kind.CODE;
            cells.add(cell(id, kind, code.code(), code));
        }
    }

    private void generated(String id, Kind kind, String source) {
        JsonObject own = new JsonObject();
        own.addProperty(GENERATED, true);
        JsonObject metadata = new JsonObject();
        metadata.add("practicum", own);
        cells.add(NotebookCell.of(id, kind, source, metadata));
    }

    private static NotebookCell cell(String id, Kind kind, String source, Cell of) {
        JsonObject metadata = new JsonObject();
        metadata.add("practicum", json(CellOptions.of(of)));
        return NotebookCell.of(id, kind, source, metadata);
    }

    private static JsonObject json(Map<String, Object> options) {
        return JSON.toJsonTree(options).getAsJsonObject();
    }
}
