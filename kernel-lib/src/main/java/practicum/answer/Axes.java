package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Arrays seen along their axes: turned, reversed, cut, and their places named. */
final class Axes {
    private Axes() {}

    /** The distance in the data between neighbours along each axis. */
    static int[] strides(List<Integer> shape) {
        var strides = new int[shape.size()];
        int stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    /** An index into the data as a reader's place, as in " at [0, 2]" or " at [batch=0, pos=2]"; empty for one number. */
    static String place(Value.Array array, int index) {
        if (array.rank() == 0) {
            return "";
        }
        var strides = strides(array.shape());
        var place = new StringJoiner(", ", " at [", "]");
        for (int axis = 0; axis < array.rank(); axis++) {
            String name = array.axes().isEmpty() ? "" : array.axes().get(axis) + "=";
            place.add(name + index / strides[axis] % array.shape().get(axis));
        }
        return place.toString();
    }

    /** An axis as a reader knows it, as in "axis 1 (pos)". */
    static String name(Value.Array array, int axis) {
        return "axis " + axis
                + (array.axes().isEmpty() ? "" : " (" + array.axes().get(axis) + ")");
    }

    /** The array with its axes in another order: axis {@code i} of the result is axis {@code order[i]}. */
    static Value.Array permute(Value.Array array, int[] order) {
        var strides = strides(array.shape());
        var shape = new ArrayList<Integer>();
        var turned = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            shape.add(array.shape().get(order[i]));
            turned[i] = strides[order[i]];
        }
        return gather(array, shape, turned, 0);
    }

    /** The array read backwards along an axis. */
    static Value.Array flip(Value.Array array, int axis) {
        var strides = strides(array.shape());
        int last = (array.shape().get(axis) - 1) * strides[axis];
        strides[axis] = -strides[axis];
        return gather(array, array.shape(), strides, last);
    }

    /** The part of an array from a position of an axis on. */
    static Value.Array narrow(Value.Array array, int axis, int from, int length) {
        var strides = strides(array.shape());
        var shape = new ArrayList<>(array.shape());
        shape.set(axis, length);
        return gather(array, shape, strides, from * strides[axis]);
    }

    private static Value.Array gather(Value.Array array, List<Integer> shape, int[] strides, int offset) {
        int size = shape.stream().reduce(1, (a, b) -> a * b);
        var data = new double[size];
        var position = new int[shape.size()];
        int from = offset;
        for (int to = 0; to < size; to++) {
            data[to] = array.data()[from];
            for (int axis = shape.size() - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++position[axis] < shape.get(axis)) {
                    break;
                }
                from -= strides[axis] * shape.get(axis);
                position[axis] = 0;
            }
        }
        return new Value.Array(array.dtype(), shape, data, List.of());
    }
}
