package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import practicum.method.DependencyTree.Edge;
import practicum.model.ModelException;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

/**
 * A linear map under which the squared distance of two words' vectors is their distance in the sentence's tree:
 * d(i, j) = ‖(h_i − h_j) B‖². Trained to make the mean of |d(i, j) − d_T(i, j)| over all pairs of words small. A tree that
 * can be read off by so simple a map is there; compare with a model of random weights, which has words and order too.
 *
 * <p>Source: Hewitt and Manning 2019, "A structural probe for finding syntax in word representations".
 */
public final class DistanceProbe {
    static final int SHORTEST = 5;

    private final Tensor projection;

    /**
     * How well trees are found.
     *
     * @param uuas the share of the trees' edges that a minimum spanning tree of the predicted distances has (undirected
     *     unlabelled attachment score)
     * @param spearman the rank correlation of a word's predicted and true distances to all words; the mean over the words
     *     of sentences of each length from 5, then over lengths
     */
    public record Scores(double uuas, double spearman) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "UUAS %.3f, Spearman %.3f", uuas, spearman);
        }
    }

    /** A probe of a known projection B [d, rank]. */
    public DistanceProbe(Tensor projection) {
        this.projection = projection;
    }

    /**
     * Trains a probe, with progress.
     *
     * @param rank how many dimensions the words are projected to
     * @param recipe how; a batch is of sentences
     */
    public static DistanceProbe train(List<ProbedSentence> sentences, int rank, Recipe recipe) {
        return new DistanceProbe(
                new StructuralTraining(StructuralTraining.Target.DISTANCES, sentences, recipe).run(rank));
    }

    /** The projection B [d, rank]. */
    public Tensor projection() {
        return projection;
    }

    /** The predicted distances between words [word, word]. */
    public Tensor distances(Tensor vectors) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor predicted = StructuralTraining.Target.DISTANCES.predicted(vectors.matMul(projection));
            Tensor rounded = predicted.relu(); // a word's own is 0 but for rounding
            return scope.keep(rounded.named("word", "word"));
        }
    }

    /** The minimum spanning tree of the predicted distances (Prim 1957). */
    public Set<Edge> tree(Tensor vectors) {
        return spanningTree(distances(vectors).toMatrix());
    }

    private static Set<Edge> spanningTree(float[][] distances) {
        int count = distances.length;
        Set<Edge> tree = new LinkedHashSet<>();
        boolean[] reached = new boolean[count];
        int[] nearest = new int[count];
        int at = 0;
        for (int edges = 1; edges < count; edges++) {
            reached[at] = true;
            int next = -1;
            for (int i = 0; i < count; i++) {
                if (!reached[i]) {
                    nearest[i] = distances[i][at] < distances[i][nearest[i]] ? at : nearest[i];
                    next = next < 0 || distances[i][nearest[i]] < distances[next][nearest[next]] ? i : next;
                }
            }
            tree.add(new Edge(next, nearest[next]));
            at = next;
        }
        return tree;
    }

    /**
     * How well it finds the trees of sentences, which it should not have been trained on.
     *
     * @throws ModelException if no sentence has five words
     */
    public Scores score(List<ProbedSentence> sentences) {
        long right = 0;
        long all = 0;
        var byLength = new TreeMap<Integer, List<Double>>();
        for (ProbedSentence sentence : sentences) {
            float[][] predicted = distances(sentence.vectors()).toMatrix();
            Set<Edge> gold = sentence.tree().edges();
            all += gold.size();
            right += spanningTree(predicted).stream().filter(gold::contains).count();
            if (predicted.length >= SHORTEST) {
                correlations(predicted, sentence.tree().distances())
                        .forEach(byLength.computeIfAbsent(predicted.length, length -> new ArrayList<>())::add);
            }
        }
        return new Scores((double) right / all, meanOverLengths(byLength.values()));
    }

    private static List<Double> correlations(float[][] predicted, double[][] truth) {
        List<Double> correlations = new ArrayList<>();
        for (int i = 0; i < predicted.length; i++) {
            correlations.add(RankCorrelation.of(doubles(predicted[i]), truth[i]));
        }
        return correlations;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    /** So that a length with many sentences counts no more than another. */
    static double meanOverLengths(Collection<List<Double>> byLength) {
        return byLength.stream()
                .mapToDouble(each ->
                        each.stream().mapToDouble(value -> value).average().orElseThrow())
                .average()
                .orElseThrow(() -> new ModelException(
                        "Rank correlations need a sentence of at least " + SHORTEST + " words; give longer ones."));
    }

    @Override
    public String toString() {
        return "DistanceProbe[d=" + projection.size(0) + ", rank=" + projection.size(1) + "]";
    }
}
