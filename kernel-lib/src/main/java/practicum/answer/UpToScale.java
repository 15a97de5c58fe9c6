package practicum.answer;

import java.util.Arrays;

/** Numbers up to one factor for all of them: for directions that have no length of their own. */
record UpToScale(Tolerance tolerance, boolean negative) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double factor = dot(wanted, given) / dot(given, given);
            if (!Double.isFinite(factor)) {
                return Verdict.fail(
                        Fault.DIFFERENT, expected, actual, "All numbers are 0: nothing has their direction.", "");
            }
            if (factor < 0 && !negative) {
                return Verdict.fail(
                        Fault.DIFFERENT,
                        expected,
                        actual,
                        "The direction is the opposite: the factor is " + Summary.of(factor) + ".",
                        "The sign is turned round.");
            }
            double[] scaled = Arrays.stream(given.data()).map(x -> factor * x).toArray();
            var same = new Value.Array("float64", given.shape(), scaled, given.axes());
            var verdict = new Numbers(tolerance).compare(wanted, expected, same);
            return verdict.passed()
                    ? Verdict.pass(expected, actual, "All numbers agree up to the factor " + Summary.of(factor) + ".")
                    : Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            "No factor makes them equal. With the best, " + Summary.of(factor) + ": "
                                    + verdict.rationale(),
                            "");
        });
    }

    private static double dot(Value.Array a, Value.Array b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += a.data()[i] * b.data()[i];
        }
        return sum;
    }
}
