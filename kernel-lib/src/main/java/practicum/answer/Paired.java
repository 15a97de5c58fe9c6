package practicum.answer;

import java.util.Arrays;
import java.util.function.BiFunction;

/** Two arrays of finite numbers of one shape; what is no such pair is a fault, whatever is compared. */
final class Paired {
    private Paired() {}

    static Verdict compare(Value expected, Value actual, BiFunction<Value.Array, Value.Array, Verdict> then) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        var wanted = Numeric.of(expected).orElse(null);
        var given = Numeric.of(actual).orElse(null);
        if (actual instanceof Value.Items list && list.items().isEmpty() || given != null && given.data().length == 0) {
            return Faults.empty(expected, actual);
        } else if (wanted == null || given == null) {
            return Faults.kind(expected, actual);
        } else if (!wanted.shape().equals(given.shape())) {
            return Verdict.fail(
                    Fault.SHAPE,
                    expected,
                    actual,
                    "This is " + Summary.kind(actual) + ", but " + Summary.kind(expected) + " was expected.",
                    Diagnosis.ofShapes(wanted, given));
        }
        for (int i = 0; i < given.data().length; i++) {
            if (!Double.isFinite(given.data()[i])) {
                return Faults.notFinite(expected, actual, given.data()[i], Axes.place(given, i), "a number");
            }
        }
        return then.apply(wanted, given);
    }

    /** The rows of an array along its last axis. */
    static double[][] rows(Value.Array array) {
        int length = array.rank() == 0 ? 1 : array.shape().get(array.rank() - 1);
        var rows = new double[array.data().length / length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(array.data(), i * length, (i + 1) * length);
        }
        return rows;
    }
}
