package practicum.answer;

import java.util.function.DoublePredicate;

/** The comparison of numbers in a shape: where they differ, by how much, and why that may be. */
record Numbers(Tolerance tolerance) {

    Verdict compare(Value.Array numbers, Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        if (actual instanceof Value.Items list && list.items().isEmpty()) {
            return numbers.data().length == 0 && numbers.rank() == 1
                    ? Verdict.pass(expected, actual, "It is empty, as expected.")
                    : Faults.empty(expected, actual);
        }
        var given = Numeric.of(actual).orElse(null);
        if (given == null) {
            return Faults.kind(expected, actual);
        }
        if (!given.shape().equals(numbers.shape())) {
            return shape(numbers, given, expected, actual);
        }
        return content(numbers, given, expected, actual);
    }

    private static Verdict shape(Value.Array numbers, Value.Array given, Value expected, Value actual) {
        if (given.data().length == 0) {
            return Faults.empty(expected, actual);
        }
        String rationale = "This is " + Summary.kind(actual) + ", but " + Summary.kind(expected) + " was expected"
                + (numbers.axes().isEmpty() ? "." : ", with the axes " + numbers.axes() + ".");
        return Verdict.fail(Fault.SHAPE, expected, actual, rationale, Diagnosis.ofShapes(numbers, given));
    }

    private Verdict content(Value.Array numbers, Value.Array given, Value expected, Value actual) {
        var difference = Difference.between(numbers, given, tolerance);
        if (difference.count() == 0) {
            return Verdict.pass(expected, actual, difference.rationale(numbers, given));
        }
        double right = 1 - (double) difference.count() / numbers.data().length;
        return wrong(numbers, given, expected, actual, difference).scoring(right);
    }

    private static Verdict wrong(
            Value.Array numbers, Value.Array given, Value expected, Value actual, Difference difference) {
        int nan = first(numbers, given, Double::isNaN);
        if (nan >= 0) {
            return Verdict.fail(
                    Fault.NAN,
                    expected,
                    actual,
                    "There is a NaN" + Axes.place(numbers, nan) + ", where a number was expected.",
                    "0/0, ∞ − ∞ and the logarithm or root of a negative number give NaN.");
        }
        int infinite = first(numbers, given, Double::isInfinite);
        if (infinite >= 0) {
            return Verdict.fail(
                    Fault.INFINITE,
                    expected,
                    actual,
                    "There is an infinity (" + Summary.of(given.data()[infinite]) + ")" + Axes.place(numbers, infinite)
                            + ", where " + Summary.of(numbers.data()[infinite]) + " was expected.",
                    "A division by 0, log(0) and an overflowing exp give an infinity.");
        }
        return Verdict.fail(
                Fault.DIFFERENT,
                expected,
                actual,
                difference.rationale(numbers, given),
                Diagnosis.ofContents(numbers, given));
    }

    private static int first(Value.Array expected, Value.Array actual, DoublePredicate odd) {
        for (int i = 0; i < actual.data().length; i++) {
            if (odd.test(actual.data()[i])
                    && !(expected.data()[i] == actual.data()[i])
                    && !odd.test(expected.data()[i])) {
                return i;
            }
        }
        return -1;
    }
}
