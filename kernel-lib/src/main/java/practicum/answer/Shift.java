package practicum.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slip of one place along an axis: the neighbour's position, token or layer. */
final class Shift implements Slip {
    @Override
    public @Nullable String explain(Value.Array expected, Value.Array actual) {
        for (int axis = expected.rank() - 1; axis >= 0; axis--) {
            int length = expected.shape().get(axis);
            if (length < 3) {
                continue;
            }
            var later = Axes.narrow(expected, axis, 1, length - 1);
            var earlier = Axes.narrow(expected, axis, 0, length - 1);
            if (tells(later)
                    && Diagnosis.same(
                            later.data(),
                            Axes.narrow(actual, axis, 0, length - 1).data())) {
                return sentence(expected, axis, "next");
            } else if (tells(earlier)
                    && Diagnosis.same(
                            earlier.data(),
                            Axes.narrow(actual, axis, 1, length - 1).data())) {
                return sentence(expected, axis, "previous");
            }
        }
        return null;
    }

    private static String sentence(Value.Array expected, int axis, String neighbour) {
        String thing = expected.axes().isEmpty() ? "position" : expected.axes().get(axis);
        return "It is off by one along " + Axes.name(expected, axis) + ": each place holds what belongs to the "
                + neighbour + " " + thing + ".";
    }

    private static boolean tells(Value.Array part) {
        return Arrays.stream(part.data()).distinct().limit(2).count() == 2;
    }
}
