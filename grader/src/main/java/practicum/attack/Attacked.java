package practicum.attack;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import practicum.build.Release;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.source.Practicum;
import practicum.source.PracticumParser;

/**
 * The small practicum that is attacked: {@code plus} earns 4 points (its checks 1, 1 and, hidden, 2), {@code scores} 6
 * (its checks 3 and, hidden, 3), and {@code why} 2 from a person.
 */
final class Attacked {
    static final String STEM = "90_attacked";
    static final String FILE = STEM + ".ipynb";
    static final String PLUS = "int plus(int a, int b) { return a + b; }";
    static final String SCORES = "double[] scores(double[] q) { return java.util.stream.DoubleStream.of(q)"
            + ".map(x -> x / Math.sqrt(24)).toArray(); }";
    static final Practicum PRACTICUM = PracticumParser.parse(source(), STEM, "solutions/" + STEM + ".md");

    /** The notebook of a student who has not begun, and of one who got everything right. */
    static final Notebook BLANK = Release.blank(PRACTICUM);

    static final Notebook PERFECT = with(with(BLANK, "plus", PLUS), "scores", SCORES);

    private Attacked() {}

    static String source() {
        try (var in = Objects.requireNonNull(Attacked.class.getResourceAsStream(STEM + ".md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A notebook in which one cell has other text. */
    static Notebook with(Notebook notebook, String id, String text) {
        return map(notebook, cell -> cell.id().equals(id) ? cell.withSource(text) : cell);
    }

    /** A notebook with a cell of the student's own behind the first code cell. */
    static Notebook adding(Notebook notebook, String text) {
        return change(notebook, cells -> {
            List<NotebookCell> more = new ArrayList<>(cells);
            int setup = cells.stream().map(NotebookCell::id).toList().indexOf("setup");
            more.add(setup + 1, NotebookCell.of("mine", Kind.CODE, text, new JsonObject()));
            return more;
        });
    }

    /** A notebook in which every cell is changed alike. */
    static Notebook map(Notebook notebook, UnaryOperator<NotebookCell> change) {
        return change(notebook, cells -> cells.stream().map(change).toList());
    }

    /** A notebook with other cells. */
    static Notebook change(Notebook notebook, UnaryOperator<List<NotebookCell>> change) {
        return new Notebook(notebook.metadata(), change.apply(notebook.cells()));
    }
}
