package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The reading of a Tablesaw table as data. */
final class TableExport {
    private final Export export;

    TableExport(Export export) {
        this.export = export;
    }

    Value value(Table table) {
        export.count((long) table.rowCount() * table.columnCount());
        var columns = new ArrayList<Value.Column>();
        for (Column<?> column : table.columns()) {
            columns.add(new Value.Column(column.name(), type(column), values(column)));
        }
        return new Value.Table(columns);
    }

    private static String type(Column<?> column) {
        if (column instanceof NumericColumn) {
            return "number";
        }
        return column.type().name().equals("BOOLEAN") ? "bool" : "text";
    }

    private static List<Value> values(Column<?> column) {
        var values = new ArrayList<Value>();
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                values.add(new Value.Null());
            } else if (column instanceof NumericColumn<?> numbers) {
                values.add(new Value.Num(numbers.getDouble(row)));
            } else if (column.get(row) instanceof Boolean truth) {
                values.add(new Value.Bool(truth));
            } else {
                values.add(new Value.Text(column.getString(row)));
            }
        }
        return values;
    }
}
