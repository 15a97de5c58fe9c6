package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/**
 * A compiler's complaint, shown under the line of the cell that it is about.
 *
 * @param statement what was compiled
 * @param diag the compiler's own words and positions
 */
record Diagnostic(Statement statement, Diag diag) {
    void appendTo(List<String> lines, List<String> summary) {
        Cell cell = statement.cell();
        int start = statement.offset() + (int) Math.max(0, diag.getStartPosition());
        int end = statement.offset() + (int) Math.max(diag.getEndPosition(), diag.getStartPosition() + 1);
        int number = cell.lineAt(start);
        String line = cell.line(number);
        int from = Math.min(cell.columnAt(start), line.length());
        int to = Math.max(from + 1, Math.min(line.length(), from + end - start));
        List<String> message = message();
        String headline = cell.place(number) + ": " + message.get(0);
        summary.add(headline);
        lines.add(Ansi.red(headline));
        lines.add("    " + line);
        lines.add("    " + " ".repeat(from) + Ansi.red("^".repeat(to - from)));
        message.stream().skip(1).forEach(more -> lines.add("    " + more));
        lines.add("");
    }

    /** The words without the wrapper class that JShell puts around a snippet; a missing symbol is named at once. */
    private List<String> message() {
        var lines = new ArrayList<String>();
        String symbol = "";
        for (String raw : diag.getMessage(Locale.ENGLISH).lines().toList()) {
            String line = Wrappers.strip(raw).stripTrailing();
            if (line.strip().startsWith("symbol:")) {
                symbol = line.strip().substring("symbol:".length()).strip();
            } else if (!line.strip().equals("location: class")) {
                lines.add(line);
            }
        }
        String first = lines.isEmpty() ? "this does not compile" : lines.remove(0);
        lines.add(0, symbol.isEmpty() ? first : first + ": " + symbol);
        return lines;
    }
}
