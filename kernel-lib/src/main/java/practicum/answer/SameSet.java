package practicum.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The same things, in whatever order and however often. */
record SameSet() implements Comparison {
    private static final int NAMED = 5;

    SameSet(Spec spec) {
        this();
    }

    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        var wanted = Sequence.of(expected).map(LinkedHashSet::new).orElse(null);
        var given = Sequence.of(actual).map(LinkedHashSet::new).orElse(null);
        if (wanted == null || given == null) {
            return Faults.kind(expected, actual);
        } else if (wanted.equals(given)) {
            return Verdict.pass(expected, actual, "The set agrees.");
        } else if (given.isEmpty()) {
            return Faults.empty(expected, actual);
        }
        var strange = Faults.firstNotFinite(expected, actual, List.copyOf(wanted), List.copyOf(given));
        if (strange != null) {
            return strange;
        }
        var missing = minus(wanted, given);
        var extra = minus(given, wanted);
        String rationale = (missing.isEmpty() ? "" : "Missing: " + some(missing) + ". ")
                + (extra.isEmpty() ? "" : "Not expected: " + some(extra) + ".");
        double right = (double) (wanted.size() - missing.size() - extra.size()) / wanted.size();
        return Verdict.fail(Fault.DIFFERENT, expected, actual, rationale.strip(), "")
                .scoring(wanted.isEmpty() ? 0 : right);
    }

    private static Set<Value> minus(Set<Value> set, Set<Value> other) {
        var rest = new LinkedHashSet<>(set);
        rest.removeAll(other);
        return rest;
    }

    private static String some(Set<Value> values) {
        return values.stream().limit(NAMED).map(Summary::of).collect(Collectors.joining(", "))
                + (values.size() > NAMED ? " and " + (values.size() - NAMED) + " more" : "");
    }
}
