package practicum.answer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same data in a chart of the same type; how it looks does not matter.
 *
 * @param tolerance of its numbers
 * @param words what its title and the titles of its axes must say
 */
record SameChart(Tolerance tolerance, Words words) implements Comparison {
    /** How much the words around a chart count. */
    enum Words {
        /** Where the solution's chart has a title, there must be one, whatever it says. */
        NAMED,
        /** The same words, up to case and white space. */
        SAME,
        /** They do not count. */
        FREE;

        static Words named(String option) {
            return valueOf(option.toUpperCase(Locale.ROOT));
        }
    }

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
        }
        String lacking = Stream.of(
                        lacking("x axis", wanted.xLabel(), given.xLabel()),
                        lacking("y axis", wanted.yLabel(), given.yLabel()),
                        lacking("chart", wanted.title(), given.title()))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
        return lacking.isEmpty() ? series(wanted, given) : fail(Fault.SHAPE, wanted, given, lacking);
    }

    private String lacking(String what, String wanted, String given) {
        if (words == Words.FREE || wanted.isBlank()) {
            return "";
        } else if (given.isBlank()) {
            return "The " + what + " has no title: say what it shows"
                    + (what.equals("chart") ? "." : ", and in which unit.");
        }
        var same = new SameText(SameText.Mode.IGNORE).compare(new Value.Text(wanted), new Value.Text(given));
        return words == Words.NAMED || same.passed()
                ? ""
                : "The title of the " + what + " is \"" + given + "\", but \"" + wanted + "\" was expected.";
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
