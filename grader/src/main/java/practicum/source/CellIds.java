package practicum.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The ids of a practicum's cells in its notebooks: their own where they have one, else named after their content, so
 * that an edit elsewhere renames nothing. By them a submission's cells are known again.
 */
public final class CellIds {
    private static final int DIGITS = 10;

    private final Set<String> taken = new HashSet<>();

    /** One id per cell of the practicum, in order, each once. */
    public static List<String> of(Practicum practicum) {
        var ids = new CellIds();
        var all = new ArrayList<String>();
        practicum.cells().forEach(cell -> all.add(ids.id(cell)));
        return List.copyOf(all);
    }

    /** The id of the next cell. */
    public String id(Cell cell) {
        if (cell instanceof Cell.Graded graded) {
            return graded.id();
        } else if (cell instanceof Cell.Check check) {
            return check.gradeId();
        } else if (cell instanceof Cell.Prose prose) {
            return next("prose", prose.markdown());
        } else if (cell instanceof Cell.Demo demo) {
            return demo.id().isEmpty() ? next("demo", demo.code()) : demo.id();
        }
        return next("mistake", ((Cell.Mistake) cell).code());
    }

    private String next(String kind, String source) {
        String base = kind + "-" + sha256(source).substring(0, DIGITS);
        String id = base;
        for (int again = 2; !taken.add(id); again++) {
            id = base + "-" + again;
        }
        return id;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
