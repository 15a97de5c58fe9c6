package practicum.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the cells of one practicum's notebooks, asked for in the source's order. By them a submission's cells are known
 * again.
 *
 * <p>What has a name in the source keeps it; the others are named after their content, so that an edit elsewhere does
 * not rename them.
 */
public final class CellIds {
    private static final int DIGITS = 10;

    private final Set<String> taken = new HashSet<>();

    /** One id per cell of the practicum, in order. */
    public static List<String> of(Practicum practicum) {
        CellIds ids = new CellIds();
        List<String> all = new ArrayList<>();
        practicum.cells().forEach(cell -> all.add(ids.of(cell)));
        return List.copyOf(all);
    }

    /** The id of the next cell. */
    public String of(Cell cell) {
        if (cell instanceof Cell.Graded graded) {
            return graded.gradeId();
        }
        if (cell instanceof Cell.Check check) {
            return check.gradeId();
        }
        if (cell instanceof Cell.Prose prose) {
            return byContent("prose", prose.markdown());
        }
        if (cell instanceof Cell.Demo demo) {
            return demo.id().isEmpty() ? byContent("demo", demo.code()) : demo.id();
        }
        Cell.Version version = (Cell.Version) cell;
        return byContent(version instanceof Cell.Mistake ? "mistake" : "alternative", version.code());
    }

    private String byContent(String kind, String source) {
        String base = kind + "-" + Digest.sha256(source).substring(0, DIGITS);
        String id = base;
        for (int again = 2; !taken.add(id); again++) {
            id = base + "-" + again;
        }
        return id;
    }
}
