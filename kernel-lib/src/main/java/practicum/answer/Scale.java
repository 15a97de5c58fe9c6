package practicum.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slips that multiply every number by one factor, or add one number to all. */
final class Scale implements Slip {
    private static final int LARGEST_WIDTH = 65_536;

    /** A factor nearer to 1 than this is no slip that a factor explains: something small is otherwise. */
    private static final double NOTHING = 1e-3;

    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        double factor = factor(expected.data(), actual.data());
        if (Math.abs(factor - 1) < NOTHING) {
            return null;
        } else if (Double.isFinite(factor) && factor != 0) {
            String base = logarithm(factor);
            if (base != null) {
                return base;
            } else if (enough(expected.data())) {
                return multiplied(factor);
            }
        }
        return enough(expected.data()) ? shifted(expected.data(), actual.data()) : null;
    }

    private static double factor(double[] expected, double[] actual) {
        int largest = 0;
        for (int i = 1; i < expected.length; i++) {
            largest = Math.abs(expected[i]) > Math.abs(expected[largest]) ? i : largest;
        }
        if (expected.length == 0 || expected[largest] == 0) {
            return Double.NaN;
        }
        double factor = actual[largest] / expected[largest];
        return Diagnosis.same(Arrays.stream(expected).map(x -> factor * x).toArray(), actual) ? factor : Double.NaN;
    }

    private static @Nullable String logarithm(double factor) {
        if (near(factor, 1 / Math.log(2))) {
            return "This is in bits (logarithm to base 2) where the natural logarithm was asked for.";
        } else if (near(factor, Math.log(2))) {
            return "This is in nats (natural logarithm) where the logarithm to base 2 was asked for.";
        } else if (near(factor, 1 / Math.log(10))) {
            return "This is the logarithm to base 10 where the natural logarithm was asked for.";
        } else if (near(factor, Math.log(10))) {
            return "This is the natural logarithm where the logarithm to base 10 was asked for.";
        }
        return null;
    }

    private static String multiplied(double factor) {
        double size = Math.abs(factor) >= 1 ? Math.abs(factor) : 1 / Math.abs(factor);
        String large = Math.abs(factor) >= 1 ? "large" : "small";
        String sign = factor < 0 ? ", with the sign flipped" : "";
        long square = Math.round(size * size);
        long whole = Math.round(size);
        String root = near(size, Math.sqrt(square)) && square > 1 && square <= LARGEST_WIDTH
                ? (Math.abs(factor) >= 1 ? " A missing division by √" : " A division too many by √") + square
                        + " looks like this: is a vector " + square + " wide?"
                : "";
        String mean = near(size, whole) && whole > 1
                ? (Math.abs(factor) >= 1
                        ? " So does a sum over " + whole + " things where a mean was asked for."
                        : " So does a mean over " + whole + " things where a sum was asked for.")
                : "";
        return "Every number is " + Summary.of(size) + " times too " + large + sign + "." + root + mean;
    }

    private static @Nullable String shifted(double[] expected, double[] actual) {
        double shift = actual[0] - expected[0];
        return shift != 0
                        && Diagnosis.same(
                                Arrays.stream(expected).map(x -> x + shift).toArray(), actual)
                ? "Every number is too " + (shift > 0 ? "large" : "small") + " by the same "
                        + Summary.of(Math.abs(shift))
                        + ": was something not subtracted, or a bias counted twice or not at all?"
                : null;
    }

    /** Whether there are numbers enough, and different enough, that one factor for all cannot be chance. */
    private static boolean enough(double[] expected) {
        return Arrays.stream(expected).filter(x -> x != 0).distinct().limit(3).count() == 3;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 2e-4 * Math.abs(b);
    }
}
