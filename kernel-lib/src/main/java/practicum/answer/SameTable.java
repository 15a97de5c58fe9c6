package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var wanted = rows(expected);
        var rows = rows(given);
        int[] partners = ordered
                ? IntStream.range(0, wanted.size())
                        .map(i -> agree(wanted.get(i), rows.get(i)) ? i : -1)
                        .toArray()
                : Pairing.of(wanted.size(), (i, j) -> agree(wanted.get(i), rows.get(j)));
        int alone = Pairing.firstAlone(partners);
        if (alone < 0) {
            return Verdict.pass(expected, actual, "All " + wanted.size() + " rows agree.");
        }
        String rationale = (ordered ? "Row " + alone + " is " + words(rows.get(alone)) + ", but " : "No row is ")
                + words(wanted.get(alone))
                + (ordered ? " was expected." : ", which was expected.");
        double right =
                (double) IntStream.of(partners).filter(partner -> partner >= 0).count() / partners.length;
        return wrong(wanted, rows, expected, actual, rationale).scoring(right);
    }

    /** A number that is none where the solution has one is the fault to tell. */
    private static Verdict wrong(
            List<List<Value>> wanted, List<List<Value>> rows, Value expected, Value actual, String rationale) {
        for (int column = 0; column < wanted.get(0).size(); column++) {
            int place = column;
            boolean finite = wanted.stream().allMatch(row -> isFinite(row.get(place)));
            for (int row = 0; finite && row < rows.size(); row++) {
                if (rows.get(row).get(place) instanceof Value.Num number && !Double.isFinite(number.value())) {
                    return Faults.notFinite(expected, actual, number.value(), " in row " + row, "a number");
                }
            }
        }
        return Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
    }

    private static boolean isFinite(Value cell) {
        return !(cell instanceof Value.Num number) || Double.isFinite(number.value());
    }

    private static List<List<Value>> rows(Value.Table table) {
        return IntStream.range(0, table.rows()).mapToObj(i -> row(table, i)).toList();
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
