package practicum.syntax;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import java.util.Optional;

/**
 * A declaration, statement or expression of a cell: what Java's shell takes at a time.
 *
 * @param source its text
 * @param offset where it begins in its cell
 * @param tree its syntax, inside what makes it a compilation unit; empty where it is no Java, or not read
 * @param opaque whether it was not read because it is too much: a kernel may still run it
 */
record Snippet(String source, int offset, Optional<Tree> tree, boolean opaque) {
    static Snippet read(String source, int offset, Optional<Tree> tree) {
        return new Snippet(source, offset, tree, false);
    }

    /** A text that is too long or too deep to be read. */
    static Snippet opaque(String source, int offset) {
        return new Snippet(source, offset, Optional.empty(), true);
    }

    /**
     * A snippet's syntax.
     *
     * @param unit the unit that was made around it
     * @param positions of all trees in that unit
     * @param before how many characters of the unit stand before the snippet
     * @param form what the snippet is
     */
    record Tree(CompilationUnitTree unit, SourcePositions positions, int before, Form form) {}

    /** What a snippet is, by what has to stand around it. */
    enum Form {
        /** An import. */
        UNIT("", ""),
        /** A method, a type or a variable. */
        MEMBER("class Snippet {\n", "\n}"),
        /** A statement, or a variable of a type that is inferred. */
        STATEMENT("class Snippet { Object snippet() throws Throwable {\n", "\n;} }"),
        /** An expression without its semicolon. */
        EXPRESSION("class Snippet { Object snippet = (\n", "\n); }");

        private final String before;
        private final String after;

        Form(String before, String after) {
            this.before = before;
            this.after = after;
        }

        String around(String snippet) {
            return before + snippet + after;
        }

        int length() {
            return before.length();
        }
    }
}
