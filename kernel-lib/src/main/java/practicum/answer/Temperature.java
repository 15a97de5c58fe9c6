package practicum.answer;

import org.jspecify.annotations.Nullable;

/** The slips of scores before a softmax, seen behind it: both are probabilities, and one's logarithms are the other's times a factor. */
final class Temperature implements Slip {
    private static final double SMALLEST = 1e-12;

    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        if (expected.rank() == 0
                || expected.shape().get(expected.rank() - 1) < 2
                || Property.PROBABILITIES.violation(expected, 1e-3) != null
                || Property.PROBABILITIES.violation(actual, 1e-3) != null) {
            return null;
        }
        double[][] wanted = Paired.rows(expected);
        double[][] given = Paired.rows(actual);
        double factor = factor(wanted, given);
        if (!Double.isFinite(factor) || Math.abs(factor) < 1e-3 || !explains(factor, wanted, given)) {
            return null;
        } else if (near(factor, Math.log(2)) || near(factor, 1 / Math.log(2))) {
            return "The softmax was taken with "
                    + (factor < 1 ? "powers of 2 instead of e." : "powers of e where powers of 2 were asked for.");
        } else if (near(factor, -1)) {
            return "The scores before the softmax have the opposite sign.";
        }
        return sized(factor);
    }

    private static String sized(double factor) {
        double size = Math.abs(factor) > 1 ? Math.abs(factor) : 1 / Math.abs(factor);
        long square = Math.round(size * size);
        String root = square > 1 && near(size, Math.sqrt(square)) && square <= 65_536
                ? Math.abs(factor) > 1
                        ? " A missing division by √" + square + " before the softmax looks like this: is a vector "
                                + square + " wide?"
                        : " A division by √" + square + " too many before the softmax looks like this."
                : "";
        return "The scores before the softmax are " + Summary.of(size) + " times too "
                + (Math.abs(factor) > 1 ? "large" : "small") + (factor < 0 ? ", with the sign flipped" : "") + "."
                + root;
    }

    /** The quotient of the largest difference of logarithms within a row, and the same difference in the answer. */
    private static double factor(double[][] wanted, double[][] given) {
        double largest = 0;
        double factor = Double.NaN;
        for (int row = 0; row < wanted.length; row++) {
            int first = -1;
            for (int i = 0; i < wanted[row].length; i++) {
                if (wanted[row][i] < SMALLEST || given[row][i] < SMALLEST) {
                    continue;
                }
                first = first < 0 ? i : first;
                double difference = Math.log(wanted[row][i] / wanted[row][first]);
                if (Math.abs(difference) > largest) {
                    largest = Math.abs(difference);
                    factor = Math.log(given[row][i] / given[row][first]) / difference;
                }
            }
        }
        return factor;
    }

    /** Whether the expected rows, their logarithms multiplied, are the given ones; and there are numbers enough to tell. */
    private static boolean explains(double factor, double[][] wanted, double[][] given) {
        int told = 0;
        for (int row = 0; row < wanted.length; row++) {
            double[] made = new double[wanted[row].length];
            double sum = 0;
            for (int i = 0; i < made.length; i++) {
                made[i] = wanted[row][i] <= 0 ? 0 : Math.pow(wanted[row][i], factor);
                sum += made[i];
                told += wanted[row][i] > SMALLEST ? 1 : 0;
            }
            told--;
            for (int i = 0; i < made.length; i++) {
                if (Math.abs(made[i] / sum - given[row][i]) > 1e-4) {
                    return false;
                }
            }
        }
        return told >= 2;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 2e-3 * Math.abs(b);
    }
}
