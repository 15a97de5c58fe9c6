package practicum.answer;

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
