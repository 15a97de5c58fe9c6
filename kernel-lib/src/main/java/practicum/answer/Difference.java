package practicum.answer;

/**
 * How two arrays of one shape differ.
 *
 * @param count how many numbers are not within the tolerance
 * @param first the index of the first of them, or -1
 * @param absolute the largest absolute error
 * @param relative the largest relative error where the expected number is not 0
 */
record Difference(int count, int first, double absolute, double relative) {

    static Difference between(Value.Array expected, Value.Array actual, Tolerance tolerance) {
        int count = 0;
        int first = -1;
        double absolute = 0;
        double relative = 0;
        for (int i = 0; i < expected.data().length; i++) {
            double wanted = expected.data()[i];
            double got = actual.data()[i];
            if (!tolerance.accepts(wanted, got)) {
                first = first < 0 ? i : first;
                count++;
            }
            double error = Math.abs(wanted - got);
            if (Double.isFinite(error)) {
                absolute = Math.max(absolute, error);
                relative = wanted == 0 ? relative : Math.max(relative, error / Math.abs(wanted));
            }
        }
        return new Difference(count, first, absolute, relative);
    }

    String rationale(Value.Array expected, Value.Array actual) {
        int size = expected.data().length;
        if (count == 0) {
            return size == 1
                    ? "The number agrees."
                    : "All " + size + " numbers agree; the largest error is " + Summary.of(absolute) + ".";
        }
        String pair = "expected " + Summary.of(expected.data()[first]) + ", got " + Summary.of(actual.data()[first]);
        if (size == 1) {
            return "Expected" + pair.substring("expected".length()) + ": an error of " + Summary.of(absolute) + ".";
        }
        return count + " of " + size + " numbers differ, the first" + Axes.place(expected, first) + ": " + pair
                + ". The largest error is " + Summary.of(absolute) + " (relative " + Summary.of(relative) + ").";
    }
}
