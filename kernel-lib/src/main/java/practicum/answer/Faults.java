package practicum.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdicts that are the same whatever is compared: each fault with its own sentence. */
final class Faults {
    private Faults() {}

    static Verdict isNull(Value expected, Value actual) {
        return Verdict.fail(
                Fault.NULL, expected, actual, "This is null, but " + Summary.kind(expected) + " was expected.", "");
    }

    static Verdict kind(Value expected, Value actual) {
        return Verdict.fail(
                Fault.KIND,
                expected,
                actual,
                "This is " + Summary.kind(actual) + ", but " + Summary.kind(expected) + " was expected.",
                "");
    }

    static Verdict notFinite(Value expected, Value actual, double number, String place, String wanted) {
        return Verdict.fail(
                Double.isNaN(number) ? Fault.NAN : Fault.INFINITE,
                expected,
                actual,
                "There is " + Summary.of(number) + place + ", where " + wanted + " was expected.",
                "");
    }

    /** The verdict on the first number that is none where the solution has no such thing; null where there is none. */
    static @Nullable Verdict firstNotFinite(Value expected, Value actual, List<Value> wanted, List<Value> given) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof Value.Num number
                    && !Double.isFinite(number.value())
                    && !wanted.contains(number)) {
                return notFinite(expected, actual, number.value(), " at [" + i + "]", "a number");
            }
        }
        return null;
    }

    static Verdict empty(Value expected, Value actual) {
        return Verdict.fail(
                Fault.EMPTY, expected, actual, "This is empty, but " + Summary.kind(expected) + " was expected.", "");
    }

    static Verdict length(Value expected, int expectedLength, Value actual, int actualLength) {
        if (actualLength == 0) {
            return empty(expected, actual);
        }
        return Verdict.fail(
                Fault.SHAPE,
                expected,
                actual,
                "There are " + actualLength + " items, but " + expectedLength + " were expected.",
                "");
    }

    static Verdict different(Value expected, Value actual, String diagnosis) {
        return Verdict.fail(
                Fault.DIFFERENT,
                expected,
                actual,
                "Expected " + Summary.of(expected) + ", got " + Summary.of(actual) + ".",
                diagnosis);
    }
}
