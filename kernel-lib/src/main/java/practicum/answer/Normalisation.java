package practicum.answer;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The slips of a normalisation of rows: each row of the answer becomes the expected one when it is normalised. */
final class Normalisation implements Slip {
    /** Fewer numbers than this in a row are normalised to nearly anything. */
    private static final int FEWEST = 4;

    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        if (expected.rank() == 0 || expected.shape().get(expected.rank() - 1) < FEWEST) {
            return null;
        } else if (makes(expected, actual, Normalisation::centred)) {
            return "The mean of each row is still in it: each row was to be centred.";
        } else if (makes(expected, actual, row -> scaled(centred(row)))) {
            return "A LayerNorm is missing: each row was to be centred and divided by its standard deviation.";
        } else if (makes(expected, actual, Normalisation::scaled)) {
            return "A division by each row's root mean square is missing (an RMSNorm, or a standard deviation).";
        } else if (makes(expected, actual, Normalisation::unit)) {
            return "A division by each row's length is missing: the rows were to be unit vectors.";
        }
        return null;
    }

    private static boolean makes(Value.Array expected, Value.Array actual, UnaryOperator<double[]> normalise) {
        double[][] rows = Paired.rows(actual);
        double[] made = Arrays.stream(rows)
                .flatMapToDouble(row -> Arrays.stream(normalise.apply(row)))
                .toArray();
        return Arrays.stream(made).allMatch(Double::isFinite) && Diagnosis.same(expected.data(), made);
    }

    private static double[] centred(double[] row) {
        double mean = Arrays.stream(row).average().orElse(0);
        return Arrays.stream(row).map(x -> x - mean).toArray();
    }

    private static double[] scaled(double[] row) {
        double size = Math.sqrt(Arrays.stream(row).map(x -> x * x).average().orElse(0));
        return Arrays.stream(row).map(x -> x / size).toArray();
    }

    private static double[] unit(double[] row) {
        double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return Arrays.stream(row).map(x -> x / length).toArray();
    }
}
