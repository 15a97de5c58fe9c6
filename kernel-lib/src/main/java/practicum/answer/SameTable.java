package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same columns by name and the same rows, in any order unless the order is asked for. */
record SameTable(Tolerance tolerance, boolean ordered) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        if (!(expected instanceof Value.Table wanted) || !(actual instanceof Value.Table given)) {
            return Faults.kind(expected, actual);
        }
        if (given.rows() == 0 && wanted.rows() > 0) {
            return Faults.empty(expected, actual);
        }
        var columns = new ArrayList<Value.Column>();
        for (Value.Column column : wanted.columns()) {
            var match = named(given, column.name());
            if (match == null || !match.type().equals(column.type())) {
                return Verdict.fail(Fault.SHAPE, expected, actual, wrongColumn(column, match, given), "");
            }
            columns.add(match);
        }
        if (wanted.rows() != given.rows()) {
            String rationale = "There are " + given.rows() + " rows, but " + wanted.rows() + " were expected.";
            return Verdict.fail(Fault.SHAPE, expected, actual, rationale, "");
        }
        return rows(wanted, new Value.Table(columns), actual);
    }

    private Verdict rows(Value.Table expected, Value.Table given, Value actual) {
        var rows = new ArrayList<List<Value>>();
        for (int i = 0; i < given.rows(); i++) {
            rows.add(row(given, i));
        }
        var left = new ArrayList<>(rows);
        for (int i = 0; i < expected.rows(); i++) {
            var wanted = row(expected, i);
            int match = agree(wanted, rows.get(i)) ? left.indexOf(rows.get(i)) : -1;
            for (int j = 0; match < 0 && !ordered && j < left.size(); j++) {
                match = agree(wanted, left.get(j)) ? j : -1;
            }
            if (match < 0) {
                String rationale = (ordered ? "Row " + i + " is " + words(rows.get(i)) + ", but " : "No row is ")
                        + words(wanted)
                        + (ordered ? " was expected." : ", which was expected.");
                return Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
            }
            left.remove(match);
        }
        return Verdict.pass(expected, actual, "All " + expected.rows() + " rows agree.");
    }

    private boolean agree(List<Value> expected, List<Value> actual) {
        for (int i = 0; i < expected.size(); i++) {
            boolean numbers = expected.get(i) instanceof Value.Num wanted
                    && actual.get(i) instanceof Value.Num given
                    && tolerance.accepts(wanted.value(), given.value());
            if (!numbers && !expected.get(i).equals(actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Value> row(Value.Table table, int index) {
        return table.columns().stream()
                .map(column -> column.values().get(index))
                .toList();
    }

    private static String words(List<Value> row) {
        return row.stream().map(Summary::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static Value.@Nullable Column named(Value.Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String wrongColumn(Value.Column column, Value.@Nullable Column match, Value.Table given) {
        return match == null
                ? "There is no column \"" + column.name() + "\". The columns are "
                        + given.columns().stream().map(Value.Column::name).toList() + "."
                : "The column \"" + column.name() + "\" is of type " + match.type() + ", but " + column.type()
                        + " was expected.";
    }
}
