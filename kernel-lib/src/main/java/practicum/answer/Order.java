package practicum.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slips that leave the numbers and change their places: transposed, reversed, sorted otherwise. */
final class Order implements Slip {
    private static final int MAX_RANK = 4;

    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        int[] turned = turned(expected, actual);
        if (turned != null) {
            return swapped(expected, turned);
        }
        for (int axis = 0; axis < expected.rank(); axis++) {
            if (Diagnosis.same(Axes.flip(expected, axis).data(), actual.data())) {
                return "The numbers are in the reverse order along " + Axes.name(expected, axis) + ".";
            }
        }
        if (expected.data().length > 2 && Diagnosis.same(sorted(expected), sorted(actual))) {
            return "These are the expected numbers in another order.";
        }
        return null;
    }

    /** The order of axes that turns the expected array into the actual one, or null. */
    static int @Nullable [] turned(Value.Array expected, Value.Array actual) {
        if (expected.rank() < 2 || expected.rank() > MAX_RANK || expected.rank() != actual.rank()) {
            return null;
        }
        return search(expected, actual, new int[expected.rank()], 0, 0);
    }

    static String swapped(Value.Array expected, int[] order) {
        return expected.rank() == 2
                ? "It is transposed: rows and columns are swapped."
                : "The axes are in another order: they stand as " + Arrays.toString(order)
                        + " where [0, 1, …] was expected"
                        + (expected.axes().isEmpty() ? "." : ", which is " + expected.axes() + ".");
    }

    private static int @Nullable [] search(Value.Array expected, Value.Array actual, int[] order, int used, int axis) {
        if (axis == order.length) {
            var turned = Axes.permute(expected, order);
            return turned.shape().equals(actual.shape()) && Diagnosis.same(turned.data(), actual.data())
                    ? order.clone()
                    : null;
        }
        for (int next = 0; next < order.length; next++) {
            if ((used & 1 << next) == 0) {
                order[axis] = next;
                int[] found = search(expected, actual, order, used | 1 << next, axis + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static double[] sorted(Value.Array array) {
        double[] data = array.data().clone();
        Arrays.sort(data);
        return data;
    }
}
