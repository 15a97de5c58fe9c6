package practicum.world.superposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.superposition.FeaturePair.Tie;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Sparse features as in toy models of superposition (Elhage et al. 2022, arXiv 2209.10652): each is mostly 0 and else
 * uniform in [0, 1]; they are independent but for the pairs that are said to be correlated (always together) or
 * anticorrelated (never together). All first and second moments are known exactly.
 *
 * @param features the features, in order
 * @param pairs those that depend on each other; no feature is in two pairs
 */
public record SparseFeatures(List<ToyFeature> features, List<FeaturePair> pairs) {
    public SparseFeatures {
        features = List.copyOf(features);
        pairs = List.copyOf(pairs);
        boolean[] paired = new boolean[features.size()];
        if (features.isEmpty()) {
            throw new IllegalArgumentException("At least one feature is needed; got none.");
        }
        for (FeaturePair pair : pairs) {
            requirePossible(pair, features, paired);
            paired[pair.first()] = true;
            paired[pair.second()] = true;
        }
    }

    private static void requirePossible(FeaturePair pair, List<ToyFeature> features, boolean[] paired) {
        int i = pair.first();
        int j = pair.second();
        if (i < 0 || j < 0 || i >= features.size() || j >= features.size() || i == j || paired[i] || paired[j]) {
            throw new IllegalArgumentException(pair + " is not a pair of two of the features 0 to "
                    + (features.size() - 1) + " that are in no other pair.");
        }
        double first = features.get(i).density();
        double second = features.get(j).density();
        if (pair.tie() == Tie.TOGETHER && first != second) {
            throw new IllegalArgumentException("Features that are always together have one density; features " + i
                    + " and " + j + " have " + first + " and " + second + ".");
        }
        if (pair.tie() == Tie.APART && first + second > 1) {
            throw new IllegalArgumentException("Features that are never together have densities that sum to at most 1;"
                    + " features " + i + " and " + j + " have " + first + " and " + second + ".");
        }
    }

    /** So many independent features of one density, all equally important. */
    public static SparseFeatures of(int count, double density) {
        return new SparseFeatures(Collections.nCopies(count, new ToyFeature(density, 1)), List.of());
    }

    /** The same with an importance for each feature, such as {@code i -> Math.pow(0.9, i)}. */
    public SparseFeatures withImportance(IntToDoubleFunction importance) {
        return new SparseFeatures(
                IntStream.range(0, size())
                        .mapToObj(i -> new ToyFeature(features.get(i).density(), importance.applyAsDouble(i)))
                        .toList(),
                pairs);
    }

    /** The same with a density for each feature. */
    public SparseFeatures withDensity(IntToDoubleFunction density) {
        return new SparseFeatures(
                IntStream.range(0, size())
                        .mapToObj(i -> new ToyFeature(
                                density.applyAsDouble(i), features.get(i).importance()))
                        .toList(),
                pairs);
    }

    /** The same with two features that are always there together. */
    public SparseFeatures correlated(int first, int second) {
        return tied(first, second, Tie.TOGETHER);
    }

    /** The same with two features that are never there together. */
    public SparseFeatures anticorrelated(int first, int second) {
        return tied(first, second, Tie.APART);
    }

    private SparseFeatures tied(int first, int second, Tie tie) {
        List<FeaturePair> more = new ArrayList<>(pairs);
        more.add(new FeaturePair(first, second, tie));
        return new SparseFeatures(features, more);
    }

    /** How many features there are. */
    public int size() {
        return features.size();
    }

    /** Draws samples [sample, feature]; the same seed gives the same ones. */
    public Tensor sample(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one sample; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        int[] partners = partners();
        float[] values = new float[Math.multiplyExact(count, size())];
        for (int row = 0; row < count; row++) {
            double[] chances = random.doubles(size()).toArray();
            pairs.forEach(pair -> chances[pair.second()] = chances[pair.first()]);
            for (int i = 0; i < size(); i++) {
                boolean there = isThere(i, chances[i], partners);
                double value = random.nextDouble();
                values[row * size() + i] = there ? (float) value : 0;
            }
        }
        return Tensor.of(values, count, size()).named("sample", "feature");
    }

    /** A pair shares one chance: from below it decides on the first, from above on one that stays apart from it. */
    private boolean isThere(int feature, double chance, int[] partners) {
        double density = features.get(feature).density();
        return partners[feature] >= 0 ? chance >= 1 - density : chance < density;
    }

    /** For the second of two features that stay apart the first, else −1. */
    private int[] partners() {
        int[] partners = new int[size()];
        Arrays.fill(partners, -1);
        pairs.stream().filter(pair -> pair.tie() == Tie.APART).forEach(pair -> partners[pair.second()] = pair.first());
        return partners;
    }

    /** The expected value of each feature [feature]. */
    public Tensor means() {
        return Tensor.of(features.stream().mapToDouble(ToyFeature::mean).toArray())
                .named("feature");
    }

    /**
     * The expected products of features [feature, feature]: density/3 with itself; for two that are always together a
     * quarter of their density, for two that are never together 0, else the product of the means.
     */
    public Tensor secondMoments() {
        return Tensor.of(moments()).named("feature", "feature2");
    }

    double[][] moments() {
        double[][] moments = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                moments[i][j] = i == j
                        ? features.get(i).secondMoment()
                        : features.get(i).mean() * features.get(j).mean();
            }
        }
        for (FeaturePair pair : pairs) {
            double both =
                    pair.tie() == Tie.TOGETHER ? features.get(pair.first()).density() / 4 : 0;
            moments[pair.first()][pair.second()] = both;
            moments[pair.second()][pair.first()] = both;
        }
        return moments;
    }

    /** The covariances of the features [feature, feature]. */
    public Tensor covariance() {
        double[][] covariance = moments();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                covariance[i][j] -= features.get(i).mean() * features.get(j).mean();
            }
        }
        return Tensor.of(covariance).named("feature", "feature2");
    }

    /**
     * The expected loss Σ importance · (x − Mx)² of a linear map M, in closed form: what a linear toy model with M = WᵀW
     * is trained to make small. Of M = 0 it is the loss of a model that represents nothing.
     *
     * @param map M [feature, feature], by which a column of features is multiplied from the left
     */
    public double expectedLoss(Tensor map) {
        if (map.rank() != 2 || map.size(0) != size() || map.size(1) != size()) {
            throw new IllegalArgumentException(
                    "A map of " + size() + " features is [" + size() + ", " + size() + "]; got " + map + ".");
        }
        double[][] moments = moments();
        float[][] rows = map.toMatrix();
        double loss = 0;
        for (int i = 0; i < size(); i++) {
            double[] error = new double[size()];
            for (int j = 0; j < size(); j++) {
                error[j] = (i == j ? 1 : 0) - rows[i][j];
            }
            loss += features.get(i).importance() * quadratic(error, moments);
        }
        return loss;
    }

    private static double quadratic(double[] vector, double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }

    /** One row per feature: density, importance, mean, variance, and what it is tied to. */
    public Table table() {
        return Table.create(
                "features",
                IntColumn.create("feature", IntStream.range(0, size())),
                DoubleColumn.create("density", features.stream().mapToDouble(ToyFeature::density)),
                DoubleColumn.create("importance", features.stream().mapToDouble(ToyFeature::importance)),
                DoubleColumn.create("mean", features.stream().mapToDouble(ToyFeature::mean)),
                DoubleColumn.create(
                        "variance",
                        features.stream().mapToDouble(each -> each.secondMoment() - each.mean() * each.mean())),
                StringColumn.create("tie", IntStream.range(0, size()).mapToObj(this::tie)));
    }

    private String tie(int feature) {
        return pairs.stream()
                .filter(pair -> pair.first() == feature || pair.second() == feature)
                .map(pair -> pair.tie() + " " + (pair.first() + pair.second() - feature))
                .findFirst()
                .orElse("");
    }
}
