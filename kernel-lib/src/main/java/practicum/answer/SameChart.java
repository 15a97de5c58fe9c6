package practicum.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same data in a chart of the same type, with its axes named; how it looks and its exact words do not matter. */
record SameChart(Tolerance tolerance) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        if (!(expected instanceof Value.Chart wanted) || !(actual instanceof Value.Chart given)) {
            return Faults.kind(expected, actual);
        }
        if (given.series().isEmpty() && !wanted.series().isEmpty()) {
            return Faults.empty(expected, actual);
        }
        if (!wanted.type().equals(given.type())) {
            return fail(
                    Fault.KIND,
                    wanted,
                    given,
                    "This is a " + given.type() + " chart, but a " + wanted.type() + " chart was expected.");
        } else if (wanted.series().size() != given.series().size()) {
            return fail(
                    Fault.SHAPE,
                    wanted,
                    given,
                    "The chart has " + given.series().size() + " series, but "
                            + wanted.series().size() + " were expected.");
        } else if (!wanted.xLabel().isBlank() && given.xLabel().isBlank()) {
            return fail(Fault.SHAPE, wanted, given, "The x axis has no title: say what it shows, and in which unit.");
        } else if (!wanted.yLabel().isBlank() && given.yLabel().isBlank()) {
            return fail(Fault.SHAPE, wanted, given, "The y axis has no title: say what it shows, and in which unit.");
        }
        return series(wanted, given);
    }

    private Verdict series(Value.Chart expected, Value.Chart actual) {
        for (Value.Series wanted : expected.series()) {
            var given = expected.series().size() == 1 ? actual.series().get(0) : named(actual, wanted.name());
            if (given == null) {
                return fail(
                        Fault.SHAPE,
                        expected,
                        actual,
                        "There is no series \"" + wanted.name() + "\". The series are "
                                + actual.series().stream()
                                        .map(Value.Series::name)
                                        .toList() + ".");
            }
            var x = part(wanted.x(), given.x());
            var y = part(wanted.y(), given.y());
            var worse = x.passed() ? y : x;
            if (!worse.passed()) {
                String rationale =
                        "In series \"" + given.name() + "\", " + (x.passed() ? "y" : "x") + ": " + worse.rationale();
                return Verdict.fail(worse.fault(), expected, actual, rationale, worse.diagnosis());
            }
        }
        return Verdict.pass(expected, actual, "The chart's data agree.");
    }

    private Verdict part(List<Value> expected, List<Value> actual) {
        return new Close(tolerance).compare(new Value.Items(expected), new Value.Items(actual));
    }

    private static Verdict fail(Fault fault, Value expected, Value actual, String rationale) {
        return Verdict.fail(fault, expected, actual, rationale, "");
    }

    private static Value.@Nullable Series named(Value.Chart chart, String name) {
        return chart.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
