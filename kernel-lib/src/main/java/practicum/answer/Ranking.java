package practicum.answer;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The same things in the same order, down to a place. */
record Ranking(int places) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        var wanted = Sequence.of(expected).orElse(null);
        var given =
                actual instanceof Value.Unordered ? null : Sequence.of(actual).orElse(null);
        if (wanted == null || given == null) {
            return Faults.kind(expected, actual);
        }
        int length = Math.min(places, wanted.size());
        if (given.size() < length
                || (places >= wanted.size() && given.size() > length && places == Integer.MAX_VALUE)) {
            return Faults.length(expected, length, actual, given.size());
        }
        var top = wanted.subList(0, length);
        var first = given.subList(0, length);
        if (top.equals(first)) {
            return Verdict.pass(expected, actual, "The first " + length + " places agree.");
        }
        var strange = Faults.firstNotFinite(expected, actual, top, first);
        if (strange != null) {
            return strange;
        }
        int place = IntStream.range(0, length)
                .filter(i -> !top.get(i).equals(first.get(i)))
                .findFirst()
                .orElseThrow();
        long right = IntStream.range(0, length)
                .filter(i -> top.get(i).equals(first.get(i)))
                .count();
        String rationale = "Place " + (place + 1) + " is " + Summary.of(first.get(place)) + ", but "
                + Summary.of(top.get(place)) + " was expected; " + right + " of " + length + " places are right.";
        return Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, diagnosis(wanted, given, top, first))
                .scoring((double) right / length);
    }

    private static String diagnosis(List<Value> wanted, List<Value> given, List<Value> top, List<Value> first) {
        int length = top.size();
        if (reversed(wanted).subList(0, length).equals(first)
                || reversed(given).subList(0, length).equals(top)) {
            return "The order is reversed: from the smallest up instead of from the largest down, or the other way.";
        } else if (new HashSet<>(top).equals(new HashSet<>(first))) {
            return "These are the right items in another order.";
        } else if (length > 2 && top.subList(1, length).equals(first.subList(0, length - 1))) {
            return "It is off by one: the first item is missing.";
        } else if (length > 2 && top.subList(0, length - 1).equals(first.subList(1, length))) {
            return "It is off by one: there is an item too many at the start.";
        }
        return "";
    }

    private static List<Value> reversed(List<Value> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.get(items.size() - 1 - i))
                .toList();
    }
}
