package practicum.build;

import java.util.HashSet;
import java.util.Set;
import practicum.source.Cell;

/**
 * Names the cells of one practicum, asked for in the source's order.
 *
 * <p>What has a name in the source keeps it; the others are named after their content, so that an edit elsewhere does
 * not rename them.
 */
final class CellIds {
    private static final int DIGITS = 10;

    private final Set<String> taken = new HashSet<>();

    String of(Cell cell) {
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
        return byContent("mistake", ((Cell.Mistake) cell).code());
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
