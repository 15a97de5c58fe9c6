package practicum.answer;

import java.util.Arrays;

/** Numbers within a tolerance, or all of them with the other sign: for directions that have no sign of their own. */
record UpToSign(Tolerance tolerance) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        var verdict = new Close(tolerance).compare(expected, actual);
        var given = Numeric.of(actual);
        if (verdict.passed() || given.isEmpty()) {
            return verdict;
        }
        double[] other = Arrays.stream(given.get().data()).map(x -> -x).toArray();
        var flipped = new Value.Array(
                "float64", given.get().shape(), other, given.get().axes());
        var second = new Close(tolerance).compare(expected, flipped);
        return second.passed() ? Verdict.pass(expected, actual, second.rationale()) : verdict;
    }
}
