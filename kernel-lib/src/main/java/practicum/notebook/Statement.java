package practicum.notebook;

/**
 * One declaration, statement or expression of a cell: what JShell evaluates at a time.
 *
 * @param cell the cell it stands in
 * @param offset where its first token begins in the cell
 * @param source its text, from that token on
 */
record Statement(Cell cell, int offset, String source) {
    /** The cell's line that holds a one-based line of this statement. */
    int cellLine(int line) {
        return cell.lineAt(offset) + line - 1;
    }

    /** The index of the first character of {@code text} that is neither white space nor inside a comment. */
    static int firstToken(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOf(text, "\n", at);
            } else if (text.startsWith("/*", at)) {
                at = endOf(text, "*/", at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int endOf(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
