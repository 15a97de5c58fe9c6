package practicum.source;

import java.util.List;

/**
 * A stretch of the source's Markdown.
 *
 * @param kind what it holds
 * @param line the line that it starts on
 * @param lines its text, without the fence around it
 */
record Block(Kind kind, int line, List<String> lines) {
    enum Kind {
        PROSE,
        CODE,
        WRITTEN
    }

    /** The line of the first of {@link #lines}. */
    int bodyLine() {
        return kind == Kind.PROSE ? line : line + 1;
    }
}
