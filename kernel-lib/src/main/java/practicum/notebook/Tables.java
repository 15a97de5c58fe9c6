package practicum.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.plot.Rgb;
import practicum.plot.Scale;
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
        return coloured(table, List.of());
    }

    /** The table with the cells of some of its columns on a scale of colours each. */
    static Sheet coloured(Table table, List<String> names) {
        Map<String, Scale> scales = scales(table, names);
        Fold rows = Fold.of(table.rowCount(), ROWS, 12, 6);
        Fold columns = Fold.of(table.columnCount(), COLUMNS, 14, 6);
        var header = new ArrayList<String>();
        var numeric = new ArrayList<Boolean>();
        var cells = new ArrayList<List<String>>();
        var fills = new ArrayList<List<@Nullable Rgb>>();
        rows.shown().forEach(row -> {
            cells.add(new ArrayList<>());
            fills.add(new ArrayList<>());
        });
        for (int index : columns.shown()) {
            Column<?> column = index < 0 ? null : table.column(index);
            header.add(column == null ? "…" : column.name());
            numeric.add(column instanceof NumericColumn<?>);
            List<String> texts =
                    column == null ? rows.shown().stream().map(row -> "…").toList() : texts(column, rows);
            for (int i = 0; i < texts.size(); i++) {
                cells.get(i).add(texts.get(i));
                fills.get(i).add(fill(column, rows.shown().get(i), scales));
            }
        }
        String title = table.name() == null ? "" : table.name();
        return new Sheet(title, header, List.copyOf(cells), numeric, note(rows, columns), fills);
    }

    private static Map<String, Scale> scales(Table table, List<String> names) {
        var scales = new HashMap<String, Scale>();
        for (String name : names) {
            if (!table.containsColumn(name) || !(table.column(name) instanceof NumericColumn<?> numbers)) {
                throw new IllegalArgumentException("Only columns of numbers can be coloured, and “" + name
                        + "” is none of this table's; it has " + table.columnNames() + ".");
            }
            double[] values = Arrays.stream(numbers.asDoubleArray())
                    .filter(Double::isFinite)
                    .toArray();
            scales.put(table.column(name).name(), Scale.of(name, values));
        }
        return scales;
    }

    private static @Nullable Rgb fill(@Nullable Column<?> column, int row, Map<String, Scale> scales) {
        if (column == null || row < 0 || column.isMissing(row)) {
            return null;
        }
        Scale scale = scales.get(column.name());
        if (scale == null) {
            return null;
        }
        double value = ((NumericColumn<?>) column).getDouble(row);
        return Double.isFinite(value) ? scale.color(value) : null;
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
