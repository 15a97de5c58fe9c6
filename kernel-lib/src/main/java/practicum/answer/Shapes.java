package practicum.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slips that show in the shape: axes turned, dropped or kept, one place too many or too few. */
final class Shapes implements Slip {
    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        int[] turned = Order.turned(expected, actual);
        if (turned != null) {
            return Order.swapped(expected, turned);
        } else if (expected.data().length == actual.data().length && Diagnosis.same(expected.data(), actual.data())) {
            return "The numbers are right, only the shape is not: reshape " + actual.shape() + " to " + expected.shape()
                    + ".";
        } else if (sorted(expected.shape()).equals(sorted(actual.shape()))) {
            return "The axes have the right lengths in another order: is something transposed?";
        } else if (expected.rank() == actual.rank()) {
            return longer(expected, actual);
        } else if (actual.rank() == expected.rank() + 1) {
            return kept(expected, actual);
        } else if (actual.rank() + 1 == expected.rank()) {
            return dropped(expected, actual);
        }
        return null;
    }

    private static @Nullable String longer(Value.Array expected, Value.Array actual) {
        for (int axis = 0; axis < expected.rank(); axis++) {
            int wanted = expected.shape().get(axis);
            int more = actual.shape().get(axis) - wanted;
            if (more == 0 || !without(expected.shape(), axis).equals(without(actual.shape(), axis))) {
                continue;
            }
            int overlap = wanted + Math.min(more, 0);
            String count =
                    Math.abs(more) + (more > 0 ? " too many" : " too few") + " along " + Axes.name(expected, axis);
            if (agree(expected, 0, actual, 0, axis, overlap)) {
                return count + "; from the start on the others are right.";
            } else if (agree(expected, Math.max(-more, 0), actual, Math.max(more, 0), axis, overlap)) {
                return count + ", at the start; the others are right.";
            }
            return count + ".";
        }
        return null;
    }

    private static boolean agree(Value.Array a, int fromA, Value.Array b, int fromB, int axis, int length) {
        return Diagnosis.same(
                Axes.narrow(a, axis, fromA, length).data(),
                Axes.narrow(b, axis, fromB, length).data());
    }

    private static @Nullable String kept(Value.Array expected, Value.Array actual) {
        for (int axis = 0; axis < actual.rank(); axis++) {
            if (!without(actual.shape(), axis).equals(expected.shape())) {
                continue;
            }
            int length = actual.shape().get(axis);
            var sum = new double[expected.data().length];
            for (int i = 0; i < length; i++) {
                double[] slice = Axes.narrow(actual, axis, i, 1).data();
                if (Diagnosis.same(expected.data(), slice)) {
                    return "Axis " + axis + " is too many: only its position " + i + " was asked for.";
                }
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += slice[j];
                }
            }
            if (Diagnosis.same(expected.data(), sum)) {
                return "Axis " + axis + " is too many: the sum over it was asked for.";
            }
            for (int j = 0; j < sum.length; j++) {
                sum[j] /= length;
            }
            return Diagnosis.same(expected.data(), sum)
                    ? "Axis " + axis + " is too many: the mean over it was asked for."
                    : "Axis " + axis + ", " + length + " long, is too many.";
        }
        return null;
    }

    private static @Nullable String dropped(Value.Array expected, Value.Array actual) {
        for (int axis = 0; axis < expected.rank(); axis++) {
            if (without(expected.shape(), axis).equals(actual.shape())) {
                return "The axis of length " + expected.shape().get(axis) + ", " + Axes.name(expected, axis)
                        + ", is missing: it was summed, averaged or cut away.";
            }
        }
        return null;
    }

    private static List<Integer> without(List<Integer> shape, int axis) {
        var rest = new ArrayList<>(shape);
        rest.remove(axis);
        return rest;
    }

    private static List<Integer> sorted(List<Integer> shape) {
        return shape.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
