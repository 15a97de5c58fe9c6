package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import practicum.tensor.Tensor;

/** How near float32 has to come to the reference. */
final class Closeness {
    private static final double TOLERANCE = 1e-4; // float32 through a few layers; times the largest value, if above 1

    private Closeness() {}

    static void assertClose(String what, Tensor actual, double[]... expected) {
        assertThat(actual.count()).as(what).isEqualTo(flat(expected).length);
        assertThat(distance(actual, expected)).as(what).isLessThan(TOLERANCE);
    }

    static boolean isClose(Tensor actual, double[]... expected) {
        return actual.count() == flat(expected).length && distance(actual, expected) < TOLERANCE;
    }

    /** The largest difference, in parts of the largest value if that is above 1. */
    private static double distance(Tensor actual, double[]... expected) {
        double[] all = flat(expected);
        double[] values = actual.toDoubleArray();
        double scale = DoubleStream.of(all).map(Math::abs).reduce(1, Math::max);
        double largest = 0;
        for (int i = 0; i < all.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] - all[i]) / scale); // NaN stays NaN
        }
        return largest;
    }

    private static double[] flat(double[]... rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
