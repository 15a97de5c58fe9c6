package practicum.answer;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The list of comparisons by name. */
final class Comparisons {
    private static final Map<String, Function<Spec, Comparison>> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("close", spec -> new Close(tolerance(spec.knows("rtol", "atol")))),
            Map.entry("sign", spec -> new UpToSign(tolerance(spec.knows("rtol", "atol")))),
            Map.entry("chart", Comparisons::chart),
            Map.entry("rotation", spec -> new UpToRotation(tolerance(spec.knows("rtol", "atol")))),
            Map.entry("table", Comparisons::table),
            Map.entry("equal", spec -> new Equal(spec.knows())),
            Map.entry("set", spec -> new SameSet(spec.knows())),
            Map.entry("ranking", spec -> new Ranking(spec.knows("topk").whole("topk", Integer.MAX_VALUE))),
            Map.entry("text", Comparisons::text),
            Map.entry("interval", Comparisons::interval),
            Map.entry("scale", Comparisons::scale),
            Map.entry("order", Comparisons::order),
            Map.entry("subspace", spec -> new SameSubspace(atLeast(0, "degrees", spec.knows("degrees")))),
            Map.entry("distribution", Comparisons::distribution),
            Map.entry("kendall", spec -> new RankCorrelation(share("tau", spec.knows("tau")))),
            Map.entry("largest", spec -> new SameLargest(spec.knows("k").whole("k"))),
            Map.entry("monotone", Comparisons::monotone),
            Map.entry("property", Comparisons::property),
            Map.entry("metric", Comparisons::metric)));

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

    private static Comparison scale(Spec spec) {
        boolean any = spec.knows("sign", "rtol", "atol")
                .oneOf("sign", "positive", "any")
                .equals("any");
        return new UpToScale(tolerance(spec), any);
    }

    private static Comparison order(Spec spec) {
        double axis = spec.knows("axis", "rtol", "atol").number("axis", 0);
        if (axis != Math.rint(axis) || axis < 0) {
            throw new AnswerException("The option axis of order counts axes from 0, but here it is " + axis + ".");
        }
        return new UpToOrder(tolerance(spec), (int) axis);
    }

    private static Comparison distribution(Spec spec) {
        boolean kl = spec.knows("tv", "kl").options().containsKey("kl");
        if (kl == spec.options().containsKey("tv")) {
            throw new AnswerException("A distribution is compared by one of tv= and kl=, but here it is " + spec + ".");
        }
        return new SameDistribution(
                kl ? SameDistribution.Measure.KL : SameDistribution.Measure.TV, atLeast(0, kl ? "kl" : "tv", spec));
    }

    private static Comparison monotone(Spec spec) {
        boolean rising =
                spec.knows("order", "ties").oneOf("order", "rising", "falling").equals("rising");
        return new Monotone(rising, spec.oneOf("ties", "yes", "no").equals("no"));
    }

    private static Comparison chart(Spec spec) {
        var tolerance = tolerance(spec.knows("rtol", "atol", "words"));
        return new SameChart(tolerance, SameChart.Words.named(spec.oneOf("words", "named", "same", "free")));
    }

    private static Comparison text(Spec spec) {
        boolean ignored = spec.knows("case", "punctuation")
                .oneOf("punctuation", "exact", "ignore")
                .equals("ignore");
        return new SameText(SameText.Mode.named(spec.oneOf("case", "exact", "ignore")), ignored);
    }

    private static Comparison property(Spec spec) {
        spec.knows("is", "atol").given("is");
        return new WithProperty(
                Property.named(spec.oneOf("is", Property.names())),
                spec.options().containsKey("atol") ? atLeast(0, "atol", spec) : 1e-4);
    }

    private static Comparison metric(Spec spec) {
        spec.knows("of", "least", "most").given("of");
        var metric = Metric.named(spec.oneOf("of", Metric.names()));
        String other = metric.largeIsGood() ? "most" : "least";
        if (spec.options().containsKey(other)) {
            throw new AnswerException("Where the " + metric + " is " + (metric.largeIsGood() ? "large" : "small")
                    + ", predictions are good: say " + (metric.largeIsGood() ? "least=" : "most=") + " and not " + other
                    + "=.");
        }
        return new Predictions(metric, metric.largeIsGood() ? share("least", spec) : atLeast(0, "most", spec));
    }

    private static double atLeast(double least, String option, Spec spec) {
        double number = spec.number(option);
        if (number < least) {
            throw new AnswerException("The option " + option + " of " + spec.name() + " is at least "
                    + Summary.of(least) + ", but here it is " + Summary.of(number) + ".");
        }
        return number;
    }

    /** From above 0 to 1: with 0, nothing could fail. */
    private static double share(String option, Spec spec) {
        double number = spec.number(option);
        if (number <= 0 || number > 1) {
            throw new AnswerException("The option " + option + " of " + spec.name()
                    + " is above 0 and at most 1, but here it is " + Summary.of(number) + ".");
        }
        return number;
    }
}
