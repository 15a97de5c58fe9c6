package practicum.method;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import practicum.tensor.Seeds;
import practicum.train.Recipe;

/**
 * Labels that mean nothing: each word has one label, always the same, drawn from how often labels really occur. Vectors
 * cannot know it unless they say which word it is, so a probe that tells it well has learned words by heart, and its
 * accuracy on the real task says little. What the real task has more is the probe's selectivity.
 *
 * <p>Source: Hewitt and Liang 2019, arXiv 1909.03368.
 */
public final class ControlTask {
    private final Map<String, Double> bounds; // the share of all labels up to and with this one
    private final long seed;

    private ControlTask(Map<String, Double> bounds, long seed) {
        this.bounds = bounds;
        this.seed = seed;
    }

    /**
     * A probe's accuracy on words that it was not trained on, and that of one of the same kind on the control task.
     *
     * @param accuracy on the real labels
     * @param control on the meaningless ones
     */
    public record Scores(double accuracy, double control) {
        /** What the real task has more. */
        public double selectivity() {
            return accuracy - control;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "accuracy %.3f, control %.3f, selectivity %.3f", accuracy, control, selectivity());
        }
    }

    /** A control task with as many of each label as there are among some words; the seed decides which word has which. */
    public static ControlTask of(List<String> labels, long seed) {
        Map<String, Long> counts = labels.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Map<String, Double> bounds = new TreeMap<>();
        long sum = 0;
        for (var entry : counts.entrySet()) {
            sum += entry.getValue();
            bounds.put(entry.getKey(), (double) sum / labels.size());
        }
        return new ControlTask(bounds, seed);
    }

    /** The label of a word, also of one that was never seen. */
    public String label(String word) {
        double at = Seeds.share(seed, word);
        return bounds.entrySet().stream()
                .filter(entry -> at < entry.getValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The same words with these labels. */
    public LabelledWords of(LabelledWords words) {
        return words.with(words.words().stream().map(this::label).toList());
    }

    /** The selectivity of linear probes, trained by a recipe. */
    public static Scores selectivity(LabelledWords train, LabelledWords test, Recipe recipe, long seed) {
        return selectivity(ProbeFamily.linear(recipe), train, test, seed);
    }

    /** Trains a probe on the real labels and one on a control task's, and tries both on other words. */
    public static Scores selectivity(ProbeFamily family, LabelledWords train, LabelledWords test, long seed) {
        ControlTask control = of(train.labels(), seed);
        return new Scores(
                family.train(train).accuracy(test),
                family.train(control.of(train)).accuracy(control.of(test)));
    }
}
