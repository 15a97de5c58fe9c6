package practicum.answer;

import java.util.stream.IntStream;

/**
 * Predictions that equal the expected labels in a share of cases: the accuracy. The labels are the solution's answer, which
 * only the grader has.
 *
 * @param least the share that must be right
 */
record Agreement(double least) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        var labels = Sequence.of(expected).orElse(null);
        var given =
                actual instanceof Value.Unordered ? null : Sequence.of(actual).orElse(null);
        if (labels == null || given == null) {
            return Faults.kind(expected, actual);
        } else if (labels.size() != given.size() || given.isEmpty()) {
            return Faults.length(expected, labels.size(), actual, given.size());
        }
        long right = IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).equals(given.get(i)))
                .count();
        double share = (double) right / labels.size();
        String rationale = right + " of " + labels.size() + " are right, " + Summary.of(share) + " of all; at least "
                + Summary.of(least) + " must be.";
        return share >= least
                ? Verdict.pass(expected, actual, rationale)
                : Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
    }
}
