package practicum.method;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import practicum.model.ModelException;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.NetObjective;
import practicum.train.Objective;
import practicum.train.Recipe;

/**
 * Words as a probe learns from them: vectors of mean 0 and variance 1 in every dimension, so that one recipe fits hooks of
 * any size, and labels as numbers.
 *
 * @param mean of the vectors [d]
 * @param deviation of the vectors [d]
 * @param vectors the scaled ones [n, d]
 * @param targets the labels' places [n], int64
 */
record ScaledWords(Tensor mean, Tensor deviation, Tensor vectors, Tensor targets) {
    private static final double SMALLEST = 1e-12;

    static ScaledWords of(LabelledWords words, List<String> labels) {
        requireLabels(words, labels);
        Tensor mean = words.vectors().mean(0);
        Tensor deviation = words.vectors().variance(0).add(SMALLEST).sqrt();
        return new ScaledWords(
                mean,
                deviation,
                words.vectors().sub(mean).div(deviation),
                Tensor.of(words.labels().stream().mapToLong(labels::indexOf).toArray()));
    }

    private static void requireLabels(LabelledWords words, List<String> labels) {
        if (labels.size() < 2) {
            throw new ModelException("Every word has the label " + labels
                    + ": there is nothing to tell apart. Give at least two labels.");
        }
        Set<String> unknown = new TreeSet<>(words.labels());
        labels.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ModelException("Some words have the labels " + unknown + ", which are not among " + labels + ".");
        }
    }

    /** The mean −log p of batches drawn at random, where parameters and vectors give logits. */
    Objective objective(Recipe recipe, BiFunction<Map<String, Tensor>, Tensor, Tensor> logits) {
        return (parameters, batch) -> {
            int[] rows = Seeds.random(recipe.seed() * 1_000_003 + batch)
                    .ints(recipe.batch(), 0, vectors.size(0))
                    .toArray();
            return NetObjective.loss(logits.apply(parameters, vectors.take(0, rows)), targets.take(0, rows));
        };
    }
}
