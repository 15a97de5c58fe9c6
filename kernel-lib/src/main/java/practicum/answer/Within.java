package practicum.answer;

/** Numbers from {@code lo} to {@code hi}, of the expected shape; the expected numbers themselves do not matter. */
record Within(double lo, double hi) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        var wanted = Numeric.of(expected).orElse(null);
        var given = Numeric.of(actual).orElse(null);
        if (wanted == null || given == null) {
            return Faults.kind(expected, actual);
        }
        String interval = "from " + Summary.of(lo) + " to " + Summary.of(hi);
        if (!wanted.shape().equals(given.shape())) {
            return given.data().length == 0
                    ? Faults.empty(expected, actual)
                    : Verdict.fail(
                            Fault.SHAPE,
                            expected,
                            actual,
                            "This is " + Summary.kind(actual) + ", but " + Summary.kind(expected) + " was expected.",
                            "");
        }
        for (int i = 0; i < given.data().length; i++) {
            double number = given.data()[i];
            if (Double.isNaN(number)) {
                return Verdict.fail(
                        Fault.NAN,
                        expected,
                        actual,
                        "There is a NaN" + Axes.place(given, i) + ", where a number " + interval + " was expected.",
                        "");
            } else if (number < lo || number > hi) {
                return Verdict.fail(
                        Double.isInfinite(number) ? Fault.INFINITE : Fault.DIFFERENT,
                        expected,
                        actual,
                        Summary.of(number) + Axes.place(given, i) + " is not " + interval + ".",
                        "");
            }
        }
        String all = given.data().length == 1 ? "The number lies " : "All numbers lie ";
        return Verdict.pass(expected, actual, all + interval + ".");
    }
}
