package practicum.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slips of a causal mask in attention: left out, or put on after the softmax. */
final class Mask implements Slip {
    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        int rank = expected.rank();
        if (rank < 2 || expected.shape().get(rank - 1) < 2 || Property.CAUSAL.violation(expected, 1e-6) != null) {
            return null;
        }
        boolean pattern = Property.PROBABILITIES.violation(expected, 1e-3) == null;
        boolean ahead = Property.CAUSAL.violation(actual, 1e-6) != null;
        double[] lower = lower(actual);
        if (ahead && Diagnosis.same(expected.data(), lower)) {
            return "What stands above the diagonal should be 0: the causal mask is missing.";
        } else if (pattern
                && Diagnosis.same(
                        expected.data(), normalised(lower, expected.shape().get(rank - 1)))) {
            return ahead
                    ? "Positions look ahead: the causal mask is missing before the softmax."
                    : "The rows do not sum to 1: the causal mask was put on after the softmax instead of before it.";
        }
        return null;
    }

    private static double[] lower(Value.Array array) {
        int n = array.shape().get(array.rank() - 1);
        double[] lower = array.data().clone();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = i % n > i / n % n ? 0 : lower[i];
        }
        return lower;
    }

    private static double[] normalised(double[] rows, int n) {
        double[] result = rows.clone();
        for (int row = 0; row < rows.length; row += n) {
            double sum = Arrays.stream(rows, row, row + n).sum();
            for (int i = row; i < row + n; i++) {
                result[i] = rows[i] / sum;
            }
        }
        return result;
    }
}
