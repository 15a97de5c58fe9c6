package practicum.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One score for each head, with its interval over texts and its control: what {@link HeadDetectors} makes. */
public final class HeadScores {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;

    /**
     * A head's score.
     *
     * @param layer its layer
     * @param head its number in the layer
     * @param score the mean over texts
     * @param low where the middle 95 % of means over texts drawn again begin
     * @param high where they end
     * @param control the mean where there should be nothing to find
     */
    public record Entry(int layer, int head, double score, double low, double high, double control) {
        /** {@code L3H0}. */
        public String label() {
            return "L" + layer + "H" + head;
        }
    }

    private final String says;
    private final String controlled;
    private final Entry[][] entries;

    private HeadScores(String says, String controlled, Entry[][] entries) {
        this.says = says;
        this.controlled = controlled;
        this.entries = entries;
    }

    /** Scores and controls [layer][head][text]; a score that is no mean over texts has one. */
    static HeadScores of(String says, String controlled, double[][][] scores, double[][][] controls, long seed) {
        Entry[][] entries = new Entry[scores.length][];
        for (int l = 0; l < scores.length; l++) {
            entries[l] = new Entry[scores[l].length];
            for (int h = 0; h < scores[l].length; h++) {
                double[] interval = interval(scores[l][h], Seeds.random(seed));
                entries[l][h] = new Entry(l, h, mean(scores[l][h]), interval[0], interval[1], mean(controls[l][h]));
            }
        }
        return new HeadScores(says, controlled, entries);
    }

    /** The bootstrap's percentile interval of the mean (Efron 1979). */
    private static double[] interval(double[] values, Random random) {
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        double mean = mean(values); // which rounding may put outside where all values are equal
        return new double[] {
            Math.min(mean, means[(int) (TAIL * RESAMPLES)]), Math.max(mean, means[(int) ((1 - TAIL) * RESAMPLES)])
        };
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** One head's score. */
    public Entry get(int layer, int head) {
        if (layer < 0 || layer >= entries.length || head < 0 || head >= entries[layer].length) {
            throw new ModelException("There is no head L" + layer + "H" + head + ": there are L0H0 to L"
                    + (entries.length - 1) + "H" + (entries[0].length - 1) + ".");
        }
        return entries[layer][head];
    }

    /** The scores [layer, head]. */
    public Tensor values() {
        return Tensor.of(Arrays.stream(entries)
                        .map(row -> Arrays.stream(row).mapToDouble(Entry::score).toArray())
                        .toArray(double[][]::new))
                .named("layer", "head");
    }

    /** The head with the highest score. */
    public Entry best() {
        return Arrays.stream(entries)
                .flatMap(Arrays::stream)
                .max(Comparator.comparingDouble(Entry::score))
                .orElseThrow();
    }

    /** Every head's score with its interval and control, the highest first. */
    public Table table() {
        Entry[] sorted = Arrays.stream(entries)
                .flatMap(Arrays::stream)
                .sorted(Comparator.comparingDouble((Entry e) -> -e.score))
                .toArray(Entry[]::new);
        return Table.create(says)
                .addColumns(
                        StringColumn.create("head", Arrays.stream(sorted).map(Entry::label)),
                        DoubleColumn.create(
                                "score",
                                Arrays.stream(sorted).mapToDouble(Entry::score).toArray()),
                        DoubleColumn.create(
                                "low",
                                Arrays.stream(sorted).mapToDouble(Entry::low).toArray()),
                        DoubleColumn.create(
                                "high",
                                Arrays.stream(sorted).mapToDouble(Entry::high).toArray()),
                        DoubleColumn.create(
                                "control: " + controlled,
                                Arrays.stream(sorted)
                                        .mapToDouble(Entry::control)
                                        .toArray()));
    }

    /** The scores of all heads. */
    public Figure plot() {
        double[] all = values().toDoubleArray();
        boolean negative = IntStream.range(0, all.length).anyMatch(i -> all[i] < 0);
        Scale scale = negative ? Scale.diverging(says, 1) : Scale.sequential(says, 0, 1);
        return Plot.heatmap(
                        values(),
                        Axis.numbered("layer", entries.length),
                        Axis.numbered("head", entries[0].length),
                        scale)
                .titled(says);
    }

    @Override
    public String toString() {
        Entry best = best();
        return String.format(
                Locale.ROOT,
                "%s: best %s with %.3f [%.3f, %.3f] (%s: %.3f)",
                says,
                best.label(),
                best.score,
                best.low,
                best.high,
                controlled,
                best.control);
    }
}
