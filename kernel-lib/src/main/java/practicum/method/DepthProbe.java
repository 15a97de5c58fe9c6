package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

/**
 * A linear map under which the squared length of a word's vector is its depth in the sentence's tree: ‖h_i B‖². The least
 * deep word is the root. As for a {@link DistanceProbe}, a model of random weights is what to compare with.
 *
 * <p>Source: Hewitt and Manning 2019, "A structural probe for finding syntax in word representations".
 */
public final class DepthProbe {
    private final Tensor projection;

    /**
     * How well depths are found.
     *
     * @param root the share of sentences whose root has the least predicted depth
     * @param spearman the rank correlation of predicted and true depths; the mean over sentences of each length from 5,
     *     then over lengths
     */
    public record Scores(double root, double spearman) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "root %.3f, Spearman %.3f", root, spearman);
        }
    }

    /** A probe of a known projection B [d, rank]. */
    public DepthProbe(Tensor projection) {
        this.projection = projection;
    }

    /**
     * Trains a probe, with progress.
     *
     * @param rank how many dimensions the words are projected to
     * @param recipe how; a batch is of sentences
     */
    public static DepthProbe train(List<ProbedSentence> sentences, int rank, Recipe recipe) {
        return new DepthProbe(new StructuralTraining(StructuralTraining.Target.DEPTHS, sentences, recipe).run(rank));
    }

    /** The projection B [d, rank]. */
    public Tensor projection() {
        return projection;
    }

    /** The predicted depth of each word [word]. */
    public Tensor depths(Tensor vectors) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor predicted = StructuralTraining.Target.DEPTHS.predicted(vectors.matMul(projection));
            return scope.keep(predicted.squeeze(-1).named("word"));
        }
    }

    /** The place of the word that seems to be the root. */
    public int root(Tensor vectors) {
        return (int) depths(vectors).neg().argMax(0).toLongArray()[0];
    }

    /**
     * How well it finds the depths of sentences, which it should not have been trained on.
     *
     * @throws practicum.model.ModelException if no sentence has five words
     */
    public Scores score(List<ProbedSentence> sentences) {
        long roots = 0;
        var byLength = new TreeMap<Integer, List<Double>>();
        for (ProbedSentence sentence : sentences) {
            roots += root(sentence.vectors()) == sentence.tree().root() ? 1 : 0;
            double[] truth = sentence.tree().depths();
            if (truth.length >= DistanceProbe.SHORTEST) {
                byLength.computeIfAbsent(truth.length, length -> new ArrayList<>())
                        .add(RankCorrelation.of(depths(sentence.vectors()).toDoubleArray(), truth));
            }
        }
        return new Scores((double) roots / sentences.size(), DistanceProbe.meanOverLengths(byLength.values()));
    }

    @Override
    public String toString() {
        return "DepthProbe[d=" + projection.size(0) + ", rank=" + projection.size(1) + "]";
    }
}
