package practicum.answer;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The list of comparisons by name. */
final class Comparisons {
    private static final Map<String, Function<Spec, Comparison>> KNOWN = new TreeMap<>(Map.of(
            "close", spec -> new Close(tolerance(spec.knows("rtol", "atol"))),
            "sign", spec -> new UpToSign(tolerance(spec.knows("rtol", "atol"))),
            "chart", spec -> new SameChart(tolerance(spec.knows("rtol", "atol"))),
            "table", Comparisons::table,
            "equal", spec -> new Equal(spec.knows()),
            "set", spec -> new SameSet(spec.knows()),
            "ranking", spec -> new Ranking(spec.knows("topk").whole("topk", Integer.MAX_VALUE)),
            "text", spec -> new SameText(spec.knows("case").oneOf("case", "exact", "ignore")),
            "interval", Comparisons::interval));

    private Comparisons() {}

    static Comparison parse(String text) {
        var spec = Spec.parse(text);
        var make = KNOWN.get(spec.name());
        if (make == null) {
            throw new AnswerException("No comparison is called \"" + spec.name() + "\". Known: "
                    + String.join(", ", KNOWN.keySet()) + ".");
        }
        return make.apply(spec);
    }

    private static Tolerance tolerance(Spec spec) {
        return new Tolerance(
                spec.number("rtol", Tolerance.DEFAULT.relative()), spec.number("atol", Tolerance.DEFAULT.absolute()));
    }

    private static Comparison table(Spec spec) {
        var tolerance = tolerance(spec.knows("rtol", "atol", "rows"));
        return new SameTable(tolerance, spec.oneOf("rows", "any", "ordered").equals("ordered"));
    }

    private static Comparison interval(Spec spec) {
        spec.knows("lo", "hi");
        var interval =
                new Within(spec.number("lo", Double.NEGATIVE_INFINITY), spec.number("hi", Double.POSITIVE_INFINITY));
        if (interval.lo() > interval.hi()) {
            throw new AnswerException("An interval goes from lo to hi, but this one is empty: " + spec + ".");
        }
        return interval;
    }
}
