package practicum.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cell with one small mistake in it.
 *
 * @param kind what kind of mistake
 * @param line the cell's line that it stands on, from 1
 * @param before what stood there
 * @param after what stands there now; empty where it was left out
 * @param code the whole cell
 */
public record Mutant(Kind kind, int line, String before, String after, String code) {
    /** What was changed. */
    public enum Kind {
        /** + and −, * and /. */
        ARITHMETIC,
        /** A bound that is in or out, or equality turned round. */
        COMPARISON,
        /** "And" for "or", or a "not" left out. */
        LOGIC,
        /** A number by one, or to 0; a truth value turned round. */
        CONSTANT,
        /** The number of an axis by one. */
        AXIS,
        /** The index of an array by one. */
        INDEX,
        /** A layer by one, or the stream before instead of after it. */
        LAYER,
        /** A statement left out. */
        STATEMENT,
        /** Two arguments swapped. */
        ARGUMENTS,
        /** A step of a chain of calls left out. */
        CALL;

        /** The kind of a name as {@link #toString} gives it. */
        public static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.toString().equals(name))
                    .findFirst();
        }

        /** All names. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Kind::toString).toList();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The change in a few words. */
    @Override
    public String toString() {
        return kind + ": " + (after.isEmpty() ? shown(before) + " left out" : shown(before) + " → " + shown(after));
    }

    private static String shown(String code) {
        String line = code.replaceAll("\\s+", " ").strip();
        return "`" + (line.length() <= 60 ? line : line.substring(0, 59) + "…") + "`";
    }
}
