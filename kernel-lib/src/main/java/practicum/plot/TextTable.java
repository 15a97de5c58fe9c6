package practicum.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of cells in plain text, in columns: the first column to the left, the others to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Integer, String> tails = new HashMap<>();

    TextTable row(String first, List<String> others) {
        List<String> row = new ArrayList<>(others);
        row.add(0, first);
        rows.add(Collections.unmodifiableList(row));
        return this;
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Ends the last row with something that takes part in no column. */
    TextTable tail(String tail) {
        tails.put(rows.size() - 1, tail);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String padding = " ".repeat(width(column) - length(row.get(column)));
                line.append(column == 0 ? row.get(0) + padding : "  " + padding + row.get(column));
            }
            line.append(tails.getOrDefault(i, ""));
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
