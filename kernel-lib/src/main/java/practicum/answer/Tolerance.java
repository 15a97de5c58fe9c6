package practicum.answer;

/**
 * How far two numbers may be apart and still count as equal: {@code absolute + relative · |expected|}.
 *
 * @param relative the part that grows with the expected number
 * @param absolute the part that does not
 */
record Tolerance(double relative, double absolute) {
    /** Single precision through a dozen layers, in another order of summation. */
    static final Tolerance DEFAULT = new Tolerance(1e-4, 1e-5);

    Tolerance {
        if (relative < 0 || absolute < 0) {
            throw new AnswerException(
                    "A tolerance is 0 or more, but here rtol=" + relative + " and atol=" + absolute + ".");
        }
    }

    boolean accepts(double expected, double actual) {
        return expected == actual
                || (Double.isNaN(expected) && Double.isNaN(actual))
                || Math.abs(expected - actual) <= absolute + relative * Math.abs(expected)
                        && Double.isFinite(expected)
                        && Double.isFinite(actual);
    }

    /** Whether two arrays of one length agree everywhere. */
    boolean accepts(double[] expected, double[] actual) {
        if (expected.length != actual.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!accepts(expected[i], actual[i])) {
                return false;
            }
        }
        return true;
    }
}
