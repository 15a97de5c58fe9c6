package practicum.notebook;

/**
 * A cell's text and its number, which is the one that Jupyter shows beside it.
 *
 * @param number the execution count
 * @param code the text as the reader sees it
 */
record Cell(int number, String code) {
    /** The one-based line that holds the character at an offset. */
    int lineAt(int offset) {
        int end = Math.min(Math.max(offset, 0), code.length());
        return 1 + (int) code.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** The zero-based column of the character at an offset. */
    int columnAt(int offset) {
        int end = Math.min(Math.max(offset, 0), code.length());
        return end - (code.lastIndexOf('\n', end - 1) + 1);
    }

    /** The text of a one-based line; empty past the end. */
    String line(int number) {
        return code.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }

    /** How an error names a line of this cell. */
    String place(int line) {
        return "In [%d], line %d".formatted(number, line);
    }
}
