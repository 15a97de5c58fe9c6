package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Shows a Tablesaw table: numbers with few digits, a long or wide table by its ends, with the whole size said. */
final class Tables {
    private static final int ROWS = 30;
    private static final int COLUMNS = 24;
    private static final int CHARACTERS = 120;

    private Tables() {}

    static Sheet sheet(Table table) {
        Fold rows = Fold.of(table.rowCount(), ROWS, 12, 6);
        Fold columns = Fold.of(table.columnCount(), COLUMNS, 14, 6);
        var header = new ArrayList<String>();
        var numeric = new ArrayList<Boolean>();
        var cells = new ArrayList<List<String>>();
        rows.shown().forEach(row -> cells.add(new ArrayList<>()));
        for (int index : columns.shown()) {
            Column<?> column = index < 0 ? null : table.column(index);
            header.add(column == null ? "…" : column.name());
            numeric.add(column instanceof NumericColumn<?>);
            List<String> texts =
                    column == null ? rows.shown().stream().map(row -> "…").toList() : texts(column, rows);
            for (int i = 0; i < texts.size(); i++) {
                cells.get(i).add(texts.get(i));
            }
        }
        String title = table.name() == null ? "" : table.name();
        return new Sheet(title, header, List.copyOf(cells), numeric, note(rows, columns));
    }

    private static List<String> texts(Column<?> column, Fold rows) {
        if (column instanceof NumericColumn<?> numbers) {
            double[] shown = rows.shown().stream()
                    .filter(row -> row >= 0 && !column.isMissing(row))
                    .mapToDouble(numbers::getDouble)
                    .toArray();
            Decimals decimals = isWhole(column) ? new Decimals(0) : Decimals.of(shown);
            return rows.shown().stream()
                    .map(row -> row < 0 ? "⋮" : column.isMissing(row) ? "" : decimals.write(numbers.getDouble(row)))
                    .toList();
        }
        return rows.shown().stream()
                .map(row -> row < 0 ? "⋮" : shorten(column.getString(row)))
                .toList();
    }

    private static boolean isWhole(Column<?> column) {
        return List.of(ColumnType.INTEGER, ColumnType.LONG, ColumnType.SHORT).contains(column.type());
    }

    private static String shorten(String text) {
        String line = text.replace("\n", "⏎");
        return line.length() <= CHARACTERS ? line : line.substring(0, CHARACTERS - 1) + "…";
    }

    private static String note(Fold rows, Fold columns) {
        if (rows.isWhole() && columns.isWhole()) {
            return rows.count() == 0 ? "no rows" : "";
        }
        return String.format(
                Locale.ROOT, "%,d rows × %,d columns; the first and the last are shown", rows.count(), columns.count());
    }
}
