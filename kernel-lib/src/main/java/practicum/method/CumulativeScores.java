package practicum.method;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.tensor.Scope;
import practicum.train.Recipe;

/**
 * How well an edge probe does with the embedding alone, with one layer more, and so on. Where the score rises is where the
 * model works out what is asked.
 *
 * <p>Source: Tenney et al. 2019, "BERT rediscovers the classical NLP pipeline", arXiv 1905.05950.
 *
 * @param scores with the layers 0 … l, for each l
 */
public record CumulativeScores(List<Double> scores) {
    /** @throws ModelException if there are fewer than two */
    public CumulativeScores {
        scores = List.copyOf(scores);
        if (scores.size() < 2) {
            throw new ModelException("Scores of at least two layers are needed to see one rise; got " + scores + ".");
        }
    }

    /** Trains an edge probe for each number of layers, and scores it by its accuracy on other examples. */
    public static CumulativeScores of(List<EdgeExample> train, List<EdgeExample> test, int width, Recipe recipe) {
        try (Scope scope = Scope.open()) {
            EdgeInputs fitted = EdgeInputs.of(train);
            EdgeInputs asked = EdgeInputs.of(test);
            return new CumulativeScores(IntStream.rangeClosed(1, fitted.layers())
                    .mapToObj(count -> EdgeProbe.train(fitted.first(count), EdgeProbe.own(train), width, recipe)
                            .accuracy(asked.first(count), EdgeProbe.own(test)))
                    .toList());
        }
    }

    /** What each layer adds to the score of those before it; the embedding's own score is no gain. */
    public double[] gains() {
        return IntStream.range(1, scores.size())
                .mapToDouble(l -> scores.get(l) - scores.get(l - 1))
                .toArray();
    }

    /**
     * Σ l · Δ_l / Σ Δ_l: the layer at which, on average, the score is gained.
     *
     * @throws ModelException if the last score is no higher than the first, so that no layer gained anything
     */
    public double expectedLayer() {
        double[] gains = gains();
        double all = scores.get(scores.size() - 1) - scores.get(0);
        if (!(all > 0)) {
            throw new ModelException("With all layers the score is " + scores.get(scores.size() - 1)
                    + ", no higher than with the embedding alone, " + scores.get(0)
                    + ": there is no gain whose layer could be expected.");
        }
        return IntStream.range(0, gains.length)
                        .mapToDouble(l -> (l + 1) * gains[l])
                        .sum()
                / all;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CumulativeScores%s", scores);
    }
}
