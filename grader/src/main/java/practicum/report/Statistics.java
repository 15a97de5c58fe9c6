package practicum.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.check.CheckResult;
import practicum.check.Status;

/**
 * What a class came to in one practicum: gathered one student at a time, in little memory.
 *
 * <p>A question's <em>facility</em> is the mean part of its points that was earned. Its <em>discrimination</em> is the
 * correlation of that part with the points that the same students earned elsewhere in the practicum: near 0, the
 * question does not tell those who can from those who cannot; below 0, look at the question.
 */
public final class Statistics {
    private static final int BINS = 10;

    private final double max;
    private final List<Double> totals = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final Map<Status, Integer> statuses = new java.util.EnumMap<>(Status.class);
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private int late;
    private int open;

    /** Of a practicum worth so many points. */
    public Statistics(double max) {
        this.max = max;
    }

    /** How one check went in a class. */
    public static final class Question {
        private final String exercise;
        private final boolean hidden;
        private final List<Double> parts = new ArrayList<>();
        private final List<Double> rests = new ArrayList<>();

        private Question(CheckResult check) {
            this.exercise = check.exercise();
            this.hidden = check.hidden();
        }

        /** The exercise that it belongs to. */
        public String exercise() {
            return exercise;
        }

        /** Whether students do not see it. */
        public boolean isHidden() {
            return hidden;
        }

        /** The mean part of its points that was earned. */
        public double facility() {
            return mean(parts);
        }

        /** The correlation with the rest; not a number where all earned alike. */
        public double discrimination() {
            return correlation(parts, rests);
        }
    }

    /** Counts one student in. */
    public void add(Graded graded) {
        var result = graded.result();
        totals.add(graded.total());
        statuses.merge(result.status(), 1, Integer::sum);
        late += graded.late() ? 1 : 0;
        open += graded.isFinal() ? 0 : 1;
        if (!result.exercises().isEmpty()) {
            seconds.add(result.took().toMillis() / 1000.0);
        }
        result.checks().forEach(check -> {
            var question = questions.computeIfAbsent(check.id(), none -> new Question(check));
            question.parts.add(check.points() == 0 ? 0 : check.earned() / check.points());
            question.rests.add(result.score() - check.earned());
        });
    }

    /** How many students. */
    public int count() {
        return totals.size();
    }

    public double max() {
        return max;
    }

    public double mean() {
        return mean(totals);
    }

    public double median() {
        return quantile(totals, 0.5);
    }

    /** The standard deviation over the class, which is not a sample. */
    public double deviation() {
        double mean = mean();
        return Math.sqrt(mean(totals.stream().map(x -> (x - mean) * (x - mean)).toList()));
    }

    /** How many students are in each tenth of the points; who has all is in the last. */
    public int[] histogram() {
        int[] counts = new int[BINS];
        for (double total : totals) {
            int bin = max == 0 ? 0 : (int) Math.floor(total / max * BINS + 1e-9);
            counts[Math.min(BINS - 1, Math.max(0, bin))]++;
        }
        return counts;
    }

    /** Seconds that grading took, at a quantile of those whose notebook ran. */
    public double seconds(double quantile) {
        return quantile(seconds, quantile);
    }

    public Map<Status, Integer> statuses() {
        return statuses;
    }

    /** How many were late. */
    public int late() {
        return late;
    }

    /** For how many a person has still to read something. */
    public int open() {
        return open;
    }

    /** Per check how it went, in the practicum's order. */
    public Map<String, Question> questions() {
        return questions;
    }

    static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** The value that a part of the numbers does not exceed, between two where it lies between. */
    static double quantile(List<Double> numbers, double part) {
        if (numbers.isEmpty()) {
            return Double.NaN;
        }
        var sorted = numbers.stream().sorted().toList();
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        double above = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) + (place - below) * (above - sorted.get(below));
    }

    static double correlation(List<Double> a, List<Double> b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.size(); i++) {
            double x = a.get(i) - meanA;
            double y = b.get(i) - meanB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return aa < 1e-12 || bb < 1e-12 ? Double.NaN : ab / Math.sqrt(aa * bb);
    }
}
