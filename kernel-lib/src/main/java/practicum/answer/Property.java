package practicum.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What can be asked of numbers whatever they are; rows are along the last axis. */
enum Property {
    /** Rows of probabilities: none below 0, each row sums to 1. */
    PROBABILITIES,
    /** Rows with one 1 and else 0. */
    ONEHOT,
    /** Rows that hold each of 0, 1, … once. */
    PERMUTATION,
    /** Rows of length 1. */
    UNIT,
    /** Rows of mean 0. */
    CENTRED,
    /** Rows that are orthogonal to each other and of length 1. */
    ORTHONORMAL,
    /** Square matrices that are 0 above the diagonal: no position looks ahead. */
    CAUSAL,
    /** Square matrices that equal their transposes. */
    SYMMETRIC,
    /** No number below 0. */
    NONNEGATIVE,
    /** Whole numbers. */
    WHOLE,
    /** No number twice. */
    DISTINCT;

    static Property named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static String[] names() {
        return Arrays.stream(values())
                .map(property -> property.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** Where and how an array of finite numbers lacks this, in a sentence; null where it has it. */
    @Nullable
    String violation(Value.Array array, double tolerance) {
        return switch (this) {
            case NONNEGATIVE -> first(array, x -> x < -tolerance, "is below 0");
            case WHOLE -> first(array, x -> Math.abs(x - Math.rint(x)) > tolerance, "is not whole");
            case DISTINCT -> twice(array);
            case CAUSAL, SYMMETRIC -> square(array, tolerance);
            default -> rows(array, tolerance);
        };
    }

    private @Nullable String rows(Value.Array array, double tolerance) {
        double[][] rows = Paired.rows(array);
        for (int i = 0; i < rows.length; i++) {
            String why = this == ORTHONORMAL ? orthonormal(rows, i, tolerance) : row(rows[i], tolerance);
            if (why != null) {
                return (rows.length == 1 ? "The row " : "Row " + i + " ") + why + ".";
            }
        }
        return null;
    }

    private @Nullable String row(double[] row, double tolerance) {
        double sum = Arrays.stream(row).sum();
        double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return switch (this) {
            case PROBABILITIES ->
                Arrays.stream(row).anyMatch(x -> x < -tolerance)
                        ? "holds a number below 0"
                        : Math.abs(sum - 1) > tolerance ? "sums to " + Summary.of(sum) + ", and not to 1" : null;
            case UNIT ->
                Math.abs(length - 1) > tolerance ? "has the length " + Summary.of(length) + ", and not 1" : null;
            case CENTRED ->
                Math.abs(sum / row.length) > tolerance
                        ? "has the mean " + Summary.of(sum / row.length) + ", and not 0"
                        : null;
            case ONEHOT ->
                Math.abs(sum - 1) <= tolerance
                                && Arrays.stream(row)
                                        .allMatch(x -> Math.abs(x) <= tolerance || Math.abs(x - 1) <= tolerance)
                        ? null
                        : "does not hold a single 1 and else 0";
            case PERMUTATION -> {
                double[] sorted = Arrays.stream(row).sorted().toArray();
                yield IntStream.range(0, row.length).allMatch(i -> Math.abs(sorted[i] - i) <= tolerance)
                        ? null
                        : "does not hold each of 0 to " + (row.length - 1) + " once";
            }
            default -> throw new IllegalStateException(this + " is no property of one row.");
        };
    }

    private static @Nullable String orthonormal(double[][] rows, int at, double tolerance) {
        for (int other = 0; other <= at; other++) {
            double[] row = rows[other];
            double product = IntStream.range(0, row.length)
                    .mapToDouble(i -> row[i] * rows[at][i])
                    .sum();
            if (Math.abs(product - (other == at ? 1 : 0)) > tolerance) {
                return other == at
                        ? "has the squared length " + Summary.of(product) + ", and not 1"
                        : "has the product " + Summary.of(product) + " with row " + other + ", and not 0";
            }
        }
        return null;
    }

    private @Nullable String square(Value.Array array, double tolerance) {
        int rank = array.rank();
        if (rank < 2 || !array.shape().get(rank - 1).equals(array.shape().get(rank - 2))) {
            return "This is " + Summary.kind(array) + ", and not of square matrices.";
        }
        int n = array.shape().get(rank - 1);
        for (int at = 0; at < array.data().length; at++) {
            int row = at / n % n;
            int column = at % n;
            double number = array.data()[at];
            double other = array.data()[at + (column - row) * (n - 1)];
            if (column > row && Math.abs(this == CAUSAL ? number : number - other) > tolerance) {
                return Summary.of(number)
                        + Axes.place(array, at)
                        + (this == CAUSAL
                                ? " stands above the diagonal, where 0 was expected."
                                : " is not its mirror image.");
            }
        }
        return null;
    }

    private static @Nullable String twice(Value.Array array) {
        double[] sorted = Arrays.stream(array.data()).sorted().toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return Summary.of(sorted[i]) + " is there twice.";
            }
        }
        return null;
    }

    private static @Nullable String first(Value.Array array, java.util.function.DoublePredicate bad, String why) {
        for (int i = 0; i < array.data().length; i++) {
            if (bad.test(array.data()[i])) {
                return Summary.of(array.data()[i]) + Axes.place(array, i) + " " + why + ".";
            }
        }
        return null;
    }
}
