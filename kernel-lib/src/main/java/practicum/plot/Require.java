package practicum.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a figure asks of its input; what does not hold is said with its place. */
final class Require {
    private Require() {}

    static void that(boolean holds, String message, @Nullable Object... details) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(details));
        }
    }

    /** What a figure cannot do without. */
    static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("A figure needs its " + what + ", but got null.");
        }
        return value;
    }

    /** A list without nulls. */
    static <T> List<T> all(@Nullable List<T> values, String what) {
        List<T> given = given(values, what);
        for (@Nullable T value : given) {
            that(value != null, "One of the %s is null.", what);
        }
        return given;
    }

    static void some(int count, String what) {
        that(count > 0, "Nothing to draw: there are no %s.", what);
    }

    static void same(int actual, String what, int expected, String others) {
        that(
                actual == expected,
                "There are %d %s but %d %s; there must be one for each.",
                actual,
                what,
                expected,
                others);
    }

    static void finite(double value, String what, int index) {
        that(Double.isFinite(value), "%s[%d] is %s; a figure needs finite numbers.", what, index, value);
    }

    static void finite(double[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            finite(values[i], what, i);
        }
    }
    /** That a value lies in its interval. */
    static void within(double value, double low, double high, String what) {
        that(
                low <= value && value <= high,
                "The interval of %s runs from %s to %s, which does not hold its value %s.",
                what,
                low,
                high,
                value);
    }

    /** A copy of rows of finite numbers, one row and one column for each label. */
    static double[][] matrix(float[][] rows, List<String> rowLabels, List<String> columnLabels, String what) {
        double[][] copy = new double[given(rows, what).length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = doubles(given(rows[i], what + " row " + i));
        }
        return matrix(copy, rowLabels, columnLabels, what);
    }

    static double[][] matrix(double[][] rows, List<String> rowLabels, List<String> columnLabels, String what) {
        all(rowLabels, "row labels");
        all(columnLabels, "column labels");
        some(given(rows, what).length, what + " rows");
        some(columnLabels.size(), what + " columns");
        same(rows.length, what + " rows", rowLabels.size(), "row labels");
        for (int i = 0; i < rows.length; i++) {
            that(
                    rows[i].length == columnLabels.size(),
                    "Row %d of the %s has %d values but there are %d column labels; there must be one for each.",
                    i,
                    what,
                    rows[i].length,
                    columnLabels.size());
            for (int j = 0; j < rows[i].length; j++) {
                that(
                        Double.isFinite(rows[i][j]),
                        "The %s at row %d, column %d is %s; a figure needs finite numbers.",
                        what,
                        i,
                        j,
                        rows[i][j]);
            }
        }
        return rows;
    }

    static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
