package practicum.build;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/** The notebook that students get: prose, demos, stubs and visible checks; no solution, nothing hidden, no outputs. */
final class StudentNotebook {
    /** The id of the cell that starts every notebook's code. */
    static final String SETUP = "setup";

    private final Practicum practicum;
    private final CellIds ids = new CellIds();
    private final List<NotebookCell> cells = new ArrayList<>();

    private StudentNotebook(Practicum practicum) {
        this.practicum = practicum;
    }

    static Notebook of(Practicum practicum) {
        StudentNotebook notebook = new StudentNotebook(practicum);
        notebook.build();
        return new Notebook(NotebookMetadata.of(practicum), notebook.cells);
    }

    /** The code of the first code cell where the practicum is run: it tells the kernel which practicum it runs. */
    static String setup(Practicum practicum) {
        return "practicum(\"" + practicum.stem() + "\""
                + (practicum.hasVariants() ? ", " + practicum.chosenVariant() : "") + ");";
    }

    /** The first code cell as students get it. */
    private NotebookCell setup() {
        return practicum.hasVariants()
                ? NotebookCell.of(
                        SETUP,
                        Kind.CODE,
                        "// Write your student id between the quotes: your numbers depend on it.\npracticum(\""
                                + practicum.stem() + "\", \"\", "
                                + practicum.about().variants() + ");",
                        new JsonObject())
                : readOnly(SETUP, Kind.CODE, setup(practicum));
    }

    /** Whether the source brings its own title. */
    static boolean hasTitle(Practicum practicum) {
        return !practicum.cells().isEmpty()
                && practicum.cells().get(0) instanceof Cell.Prose prose
                && prose.markdown().startsWith("# ");
    }

    /** What a visible check is worth where only visible checks are counted, as nbgrader does. */
    static double points(Practicum practicum, Cell.Check check) {
        List<Cell.Check> visible = practicum.visibleChecks(check.exercise());
        boolean declared = visible.stream().anyMatch(each -> each.points().isPresent());
        ToDoubleFunction<Cell.Check> share = declared ? practicum::worth : Cell.Check::weight;
        double all = visible.stream().mapToDouble(share).sum();
        double points = practicum.exercise(check.exercise()).points();
        return all == 0 ? 0 : points * share.applyAsDouble(check) / all;
    }

    private void build() {
        List<Cell> source = practicum.cells();
        int first = 0;
        if (hasTitle(practicum)) {
            add(source.get(0));
            first = 1;
        } else {
            cells.add(readOnly("title", Kind.MARKDOWN, Wording.title(practicum)));
        }
        cells.add(setup());
        source.subList(first, source.size()).forEach(this::add);
    }

    private void add(Cell cell) {
        if (cell instanceof Cell.Prose prose) {
            cells.add(NotebookCell.of(ids.of(prose), Kind.MARKDOWN, prose.markdown(), new JsonObject()));
        } else if (cell instanceof Cell.Demo demo) {
            cells.add(demo(demo));
        } else if (cell instanceof Cell.Exercise exercise) {
            cells.add(readOnly(exercise.id() + "_header", Kind.MARKDOWN, Wording.header(practicum, exercise)));
            cells.add(marked(Nbgrader.solution(), ids.of(exercise), Kind.CODE, exercise.stub(), 0));
        } else if (cell instanceof Cell.Check check && !check.hidden()) {
            double points = points(practicum, check);
            cells.add(marked(Nbgrader.check(), ids.of(check), Kind.CODE, check.code(), points));
        } else if (cell instanceof Cell.Written written) {
            cells.add(readOnly(written.id() + "_prompt", Kind.MARKDOWN, Wording.prompt(written)));
            cells.add(marked(Nbgrader.manual(), ids.of(written), Kind.MARKDOWN, Wording.ANSWER_HERE, written.points()));
        }
    }

    private NotebookCell demo(Cell.Demo demo) {
        String id = ids.of(demo);
        JsonObject metadata = new JsonObject();
        if (!demo.tags().isEmpty()) {
            JsonArray tags = new JsonArray();
            demo.tags().forEach(tags::add);
            metadata.add("tags", tags);
        }
        return Nbgrader.readOnly().mark(NotebookCell.of(id, Kind.CODE, demo.code(), metadata), id, 0);
    }

    private static NotebookCell readOnly(String id, Kind kind, String source) {
        return marked(Nbgrader.readOnly(), id, kind, source, 0);
    }

    private static NotebookCell marked(Nbgrader role, String id, Kind kind, String source, double points) {
        return role.mark(NotebookCell.of(id, kind, source, new JsonObject()), id, points);
    }
}
