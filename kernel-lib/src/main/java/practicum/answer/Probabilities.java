package practicum.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slips between logits, probabilities and their logarithms. */
final class Probabilities implements Slip {
    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        double[] wanted = expected.data();
        double[] given = actual.data();
        if (positive(wanted) && Diagnosis.same(map(wanted, Math::log), given)) {
            return "This is the natural logarithm of what was expected"
                    + (sumsToOne(expected) ? ": log-probabilities where probabilities were asked for." : ".");
        } else if (Diagnosis.same(map(wanted, Math::exp), given)) {
            return "This is exp of what was expected"
                    + (sumsToOne(actual) ? ": probabilities where log-probabilities were asked for." : ".");
        }
        for (int axis = expected.rank() - 1; axis >= 0; axis--) {
            if (expected.shape().get(axis) > 1) {
                String cause = along(axis, expected, actual);
                if (cause != null) {
                    return cause;
                }
            }
        }
        return null;
    }

    private static @Nullable String along(int axis, Value.Array expected, Value.Array actual) {
        String where = " (softmax over " + Axes.name(expected, axis) + ")";
        double[] probabilities = softmax(expected, axis);
        if (Diagnosis.same(probabilities, actual.data())) {
            return "These are probabilities where logits were asked for: leave the softmax out" + where + ".";
        } else if (Diagnosis.same(map(probabilities, Math::log), actual.data())) {
            return "These are log-probabilities where logits were asked for: leave the log-softmax out" + where + ".";
        } else if (Diagnosis.same(expected.data(), softmax(actual, axis))) {
            return "These are logits where probabilities were asked for: a softmax is missing" + where + ".";
        } else if (Diagnosis.same(expected.data(), map(softmax(actual, axis), Math::log))) {
            return "These are logits where log-probabilities were asked for: a log-softmax is missing" + where + ".";
        } else if (axis < expected.rank() - 1 && sumsToOne(expected, expected.rank() - 1) && sumsToOne(actual, axis)) {
            return "The softmax went over " + Axes.name(expected, axis) + " instead of "
                    + Axes.name(expected, expected.rank() - 1) + ": the wrong axis.";
        }
        return null;
    }

    private static boolean sumsToOne(Value.Array array) {
        return array.rank() > 0 && sumsToOne(array, array.rank() - 1);
    }

    private static boolean sumsToOne(Value.Array array, int axis) {
        if (array.shape().get(axis) < 2 || !Arrays.stream(array.data()).allMatch(x -> x >= 0)) {
            return false;
        }
        double[] sums = new double[array.data().length];
        overRows(array, axis, row -> {
            double sum = 0;
            for (int i = 0; i < row.length(); i++) {
                sum += array.data()[row.at(i)];
            }
            for (int i = 0; i < row.length(); i++) {
                sums[row.at(i)] = sum;
            }
        });
        return Arrays.stream(sums).allMatch(sum -> Math.abs(sum - 1) < 1e-3);
    }

    private static double[] softmax(Value.Array array, int axis) {
        double[] result = new double[array.data().length];
        overRows(array, axis, row -> {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < row.length(); i++) {
                max = Math.max(max, array.data()[row.at(i)]);
            }
            double sum = 0;
            for (int i = 0; i < row.length(); i++) {
                result[row.at(i)] = Math.exp(array.data()[row.at(i)] - max);
                sum += result[row.at(i)];
            }
            for (int i = 0; i < row.length(); i++) {
                result[row.at(i)] /= sum;
            }
        });
        return result;
    }

    private record Row(int start, int stride, int length) {
        int at(int i) {
            return start + i * stride;
        }
    }

    private static void overRows(Value.Array array, int axis, java.util.function.Consumer<Row> action) {
        int stride = Axes.strides(array.shape())[axis];
        int length = array.shape().get(axis);
        for (int block = 0; block < array.data().length; block += stride * length) {
            for (int start = block; start < block + stride; start++) {
                action.accept(new Row(start, stride, length));
            }
        }
    }

    private static boolean positive(double[] data) {
        return Arrays.stream(data).allMatch(x -> x > 0);
    }

    private static double[] map(double[] data, java.util.function.DoubleUnaryOperator function) {
        return Arrays.stream(data).map(function).toArray();
    }
}
