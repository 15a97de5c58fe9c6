package practicum.answer;

import java.util.List;
import java.util.stream.Collectors;

/** The comparison of two values part by part, each part by what its expected kind asks for. */
record Deep(Tolerance tolerance, SameText.Mode text) {

    Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null && !(expected instanceof Value.Null)) {
            return Faults.isNull(expected, actual);
        }
        var numbers = Numeric.of(expected);
        if (numbers.isPresent()) {
            return new Numbers(tolerance).compare(numbers.get(), expected, actual);
        } else if (expected instanceof Value.Text) {
            return new SameText(text).compare(expected, actual);
        } else if (expected instanceof Value.Unordered) {
            return new SameSet().compare(expected, actual);
        } else if (expected instanceof Value.Table) {
            return new SameTable(tolerance, false).compare(expected, actual);
        } else if (expected instanceof Value.Chart) {
            return new SameChart(tolerance, SameChart.Words.NAMED).compare(expected, actual);
        } else if (!expected.getClass().equals(actual.getClass())) {
            return Faults.kind(expected, actual);
        } else if (expected instanceof Value.Items list) {
            return items(list, (Value.Items) actual);
        } else if (expected instanceof Value.Mapping map) {
            return entries(map, (Value.Mapping) actual);
        }
        return leaf(expected, actual);
    }

    private static Verdict leaf(Value expected, Value actual) {
        return expected.equals(actual)
                ? Verdict.pass(expected, actual, "It is " + Summary.of(expected) + ".")
                : Faults.different(expected, actual, "");
    }

    private Verdict items(Value.Items expected, Value.Items actual) {
        if (expected.items().size() != actual.items().size()) {
            return Faults.length(
                    expected, expected.items().size(), actual, actual.items().size());
        }
        var parts = new Parts(expected, actual);
        for (int i = 0; i < expected.items().size(); i++) {
            parts.add(
                    "At item " + i + ": ",
                    compare(expected.items().get(i), actual.items().get(i)));
        }
        return parts.verdict(expected.items().size() + " items agree.");
    }

    private Verdict entries(Value.Mapping expected, Value.Mapping actual) {
        if (actual.entries().isEmpty() && !expected.entries().isEmpty()) {
            return Faults.empty(expected, actual);
        }
        var missing = without(expected, actual);
        var extra = without(actual, expected);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            String rationale = (missing.isEmpty() ? "" : "Missing: " + some(missing) + ". ")
                    + (extra.isEmpty() ? "" : "Not asked for: " + some(extra) + ".");
            return Verdict.fail(Fault.SHAPE, expected, actual, rationale.strip(), "");
        }
        var parts = new Parts(expected, actual);
        expected.entries()
                .forEach((name, value) -> parts.add(
                        "At \"" + name + "\": ",
                        compare(value, actual.entries().getOrDefault(name, new Value.Null()))));
        return parts.verdict(expected.entries().size() + " entries agree.");
    }

    private static List<String> without(Value.Mapping map, Value.Mapping other) {
        return map.entries().keySet().stream()
                .filter(key -> !other.entries().containsKey(key))
                .toList();
    }

    private static String some(List<String> names) {
        return names.stream().limit(5).collect(Collectors.joining(", "))
                + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
    }
}
