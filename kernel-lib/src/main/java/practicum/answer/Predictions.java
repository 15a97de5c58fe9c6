package practicum.answer;

/**
 * Predictions that are good enough by a metric. What they are held against are labels that only the grader has: the value of
 * the check's {@code truth}, or, where it has none, what the solution hands over.
 *
 * @param metric how they are measured
 * @param bound how large the metric must be at least, or where small is good, at most
 */
record Predictions(Metric metric, double bound) implements Comparison {
    @Override
    public boolean hidesExpected() {
        return true;
    }

    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        } else if (actual instanceof Value.Unordered) {
            return Faults.kind(expected, actual);
        }
        return metric.ofClasses() ? classes(expected, actual) : numbers(expected, actual);
    }

    private Verdict classes(Value expected, Value actual) {
        var labels = Sequence.of(expected).orElse(null);
        var given = Sequence.of(actual).orElse(null);
        if (labels == null || given == null) {
            return Faults.kind(expected, actual);
        } else if (labels.size() != given.size() || given.isEmpty()) {
            return Faults.length(expected, labels.size(), actual, given.size());
        }
        for (int i = 0; i < labels.size(); i++) {
            Value prediction = given.get(i);
            if (prediction instanceof Value.Num number && !Double.isFinite(number.value())) {
                return Faults.notFinite(expected, actual, number.value(), " at [" + i + "]", "a class");
            } else if (!prediction.getClass().equals(labels.get(i).getClass())) {
                String rationale =
                        "Prediction " + i + " is " + Summary.kind(prediction) + ", but the classes are given as "
                                + Summary.kind(labels.get(i)).replaceFirst("^an? ", "") + "s.";
                return Verdict.fail(Fault.KIND, expected, actual, rationale, "");
            }
        }
        boolean between = given.stream().anyMatch(Predictions::isBetween)
                && labels.stream().noneMatch(Predictions::isBetween);
        String diagnosis = between ? "These are scores or probabilities where classes were asked for." : "";
        return verdict(expected, actual, Scores.ofClasses(metric, labels, given), diagnosis);
    }

    private static boolean isBetween(Value value) {
        return value instanceof Value.Num number && number.value() != Math.rint(number.value());
    }

    private Verdict numbers(Value expected, Value actual) {
        Value labels = metric.ofScores() ? Truths.asNumbers(expected) : expected;
        return Paired.compare(labels, actual, (wanted, given) -> {
            if (metric.ofProbabilities()) {
                for (int i = 0; i < given.data().length; i++) {
                    if (given.data()[i] < 0 || given.data()[i] > 1) {
                        String rationale = Summary.of(given.data()[i]) + Axes.place(given, i) + " is no probability.";
                        return Verdict.fail(
                                Fault.DIFFERENT, expected, actual, rationale, "Is a sigmoid or a softmax missing?");
                    }
                }
            }
            double score = Scores.ofNumbers(metric, wanted.data(), given.data());
            return verdict(expected, actual, score, reversed(score));
        });
    }

    /** Scores that put the classes the wrong way round. */
    private String reversed(double score) {
        if (metric == Metric.AUC && score < bound && 1 - score >= bound) {
            return "The scores point the wrong way: the larger ones should belong to class 1.";
        } else if (metric == Metric.CORRELATION && score < bound && -score >= bound) {
            return "The sign is flipped: the predictions fall where the truth rises.";
        }
        return "";
    }

    private Verdict verdict(Value expected, Value actual, double score, String diagnosis) {
        boolean good = metric.largeIsGood() ? score >= bound : score <= bound;
        String rationale = "The " + metric + " is " + Summary.of(score) + "; "
                + (metric.largeIsGood() ? "at least " : "at most ") + Summary.of(bound) + " is asked for.";
        return good
                ? Verdict.pass(expected, actual, rationale)
                : Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, diagnosis);
    }
}
