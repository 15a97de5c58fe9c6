package practicum.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them; no cell of a written one is a formula to a spreadsheet. */
public final class Csv {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n|%";

    private Csv() {}

    /** One row with its line end. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    /** A cell that no spreadsheet calculates; a plain number may begin with its sign. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches("-\\d+(\\.\\d+)?");
        // A spreadsheet skips what is not seen before it looks for a formula.
        boolean disguised = text.matches("(?s)[\\s\\p{Cf}\\u00A0]+[=+\\-@|%].*");
        String harmless = formula || disguised ? "'" + text : text;
        return harmless.matches("(?s).*[\",;\r\n].*") || !harmless.equals(harmless.strip())
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    /** The rows of a table; a byte-order mark before it is no part of it. */
    public static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        String all = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && (c == '\n' || c == '\r')) {
                end(rows, row, cell);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quotation mark in line " + (rows.size() + 1) + " is never closed");
        }
        end(rows, row, cell);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        if (!row.isEmpty() || cell.length() > 0) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        row.clear();
        cell.setLength(0);
    }
}
