package practicum.world.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A function of a few features whose every attribution is known exactly: a sum of products of features that are standard
 * normal, independent but for pairs that are said to be correlated. Shapley values (Lundberg and Lee 2017, arXiv
 * 1705.07874) and integrated gradients (Sundararajan et al. 2017, arXiv 1703.01365) follow term by term.
 *
 * <pre>{@code
 * KnownFunction f = KnownFunction.of(4).plus(2, 0).plus(-1, 1).plus(3, 1, 2).plus(0.5, 0, 0).correlated(1, 3, 0.8);
 * f.shapley(x, baseline);        // exact
 * f.examples(Split.TRAIN, 1000, 0.1, 1);
 * }</pre>
 */
public final class KnownFunction {
    private static final double HELD_OUT_SHARE = 0.2;

    /** Gauss and Legendre's three points on 0 to 1, exact for polynomials of degree five: a term's slope has no higher. */
    private static final double[] POINTS = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

    private static final double[] POINT_WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private final int features;
    private final List<Term> terms;
    private final int[] partners;
    private final double[] correlations;

    private KnownFunction(int features, List<Term> terms, int[] partners, double[] correlations) {
        this.features = features;
        this.terms = List.copyOf(terms);
        this.partners = partners;
        this.correlations = correlations;
    }

    /** The function that is 0, of so many independent features. */
    public static KnownFunction of(int features) {
        if (features < 1 || features > 30) {
            throw new IllegalArgumentException("A known function has 1 to 30 features; got " + features + ".");
        }
        int[] alone = new int[features];
        Arrays.fill(alone, -1);
        return new KnownFunction(features, List.of(), alone, new double[features]);
    }

    /** The same with one more term: the weight times these features, of which one named twice is squared. */
    public KnownFunction plus(double weight, int... factors) {
        Term term = Term.of(weight, factors);
        requireFeatures(term.features());
        List<Term> more = new ArrayList<>(terms);
        more.add(term);
        return new KnownFunction(features, more, partners, correlations);
    }

    /** The same with two features correlated, which are in no other pair. */
    public KnownFunction correlated(int first, int second, double correlation) {
        requireFeatures(List.of(first, second));
        if (first == second || partners[first] >= 0 || partners[second] >= 0) {
            throw new IllegalArgumentException(
                    "Correlate two different features that are in no pair yet; got " + first + " and " + second + ".");
        }
        if (!(Math.abs(correlation) < 1)) {
            throw new IllegalArgumentException("A correlation is between −1 and 1; got " + correlation + ".");
        }
        int[] newPartners = partners.clone();
        double[] newCorrelations = correlations.clone();
        newPartners[first] = second;
        newPartners[second] = first;
        newCorrelations[first] = correlation;
        newCorrelations[second] = correlation;
        return new KnownFunction(features, terms, newPartners, newCorrelations);
    }

    /** How many features there are. */
    public int features() {
        return features;
    }

    /** What is added up. */
    public List<Term> terms() {
        return terms;
    }

    // ---------------------------------------------------------------- values

    /** The function's value. */
    public double value(double... x) {
        requireRow(x);
        return terms.stream().mapToDouble(term -> term.value(x)).sum();
    }

    /** How it changes with each feature. */
    public double[] gradient(double... x) {
        requireRow(x);
        double[] gradient = new double[features];
        for (Term term : terms) {
            term.features().forEach(feature -> gradient[feature] += term.slope(x, feature));
        }
        return gradient;
    }

    /** The expected value when only some features are as in x: the value of a coalition in Shapley's game. */
    public double expected(double[] x, Set<Integer> given, Missing missing) {
        requireRow(x);
        requireFeatures(given);
        return terms.stream()
                .mapToDouble(term -> expected(term, x, given, missing))
                .sum();
    }

    /** The expected value over all features. */
    public double mean() {
        return expected(new double[features], Set.of(), Missing.MARGINAL);
    }

    private double expected(Term term, double[] x, Set<Integer> given, Missing missing) {
        double product = term.weight();
        for (int feature : term.features()) {
            product *= given.contains(feature)
                    ? Math.pow(x[feature], term.power(feature))
                    : absent(term, feature, x, given, missing);
        }
        return product;
    }

    /** The expected power of a feature that is not given; of two that are correlated the first answers for both. */
    private double absent(Term term, int feature, double[] x, Set<Integer> given, Missing missing) {
        int power = term.power(feature);
        int partner = partners[feature];
        double correlation = correlations[feature];
        if (partner >= 0 && given.contains(partner) && missing == Missing.CONDITIONAL) {
            double mean = correlation * x[partner];
            return power == 1 ? mean : mean * mean + 1 - correlation * correlation;
        }
        if (partner < 0 || given.contains(partner) || term.power(partner) == 0) {
            return power == 1 ? 0 : 1;
        }
        return feature > partner ? 1 : together(power, term.power(partner), correlation);
    }

    /** The expected product of powers of two correlated standard normal features (Isserlis 1918). */
    private static double together(int power, int other, double correlation) {
        if (power != other) {
            return 0;
        }
        return power == 1 ? correlation : 1 + 2 * correlation * correlation;
    }

    // ---------------------------------------------------------------- attributions

    /** The exact Shapley values against a baseline, whose values stand in for missing features; they sum to f(x) − f(b). */
    public double[] shapley(double[] x, double[] baseline) {
        requireRow(x);
        requireRow(baseline);
        return shapley((term, coalition) -> {
            double[] mixed = baseline.clone();
            List<Integer> own = term.features();
            for (int i = 0; i < own.size(); i++) {
                mixed[own.get(i)] = (coalition >> i & 1) == 1 ? x[own.get(i)] : baseline[own.get(i)];
            }
            return term.value(mixed);
        });
    }

    /**
     * The exact Shapley values where missing features are drawn from their own distribution ({@link Missing#MARGINAL});
     * they sum to f(x) minus the mean.
     */
    public double[] shapley(double[] x) {
        requireRow(x);
        return shapley((term, coalition) -> {
            List<Integer> own = term.features();
            Set<Integer> given = IntStream.range(0, own.size())
                    .filter(i -> (coalition >> i & 1) == 1)
                    .mapToObj(own::get)
                    .collect(Collectors.toSet());
            return expected(term, x, given, Missing.MARGINAL);
        });
    }

    private interface TermGame {
        double value(Term term, int coalition);
    }

    /** Shapley values of a sum are the sums of its terms' Shapley values. */
    private double[] shapley(TermGame game) {
        double[] values = new double[features];
        for (Term term : terms) {
            double[] own = term.shapley(coalition -> game.value(term, coalition));
            for (int i = 0; i < own.length; i++) {
                values[term.features().get(i)] += own[i];
            }
        }
        return values;
    }

    /** The exact integrated gradients on the straight line from a baseline; they sum to f(x) − f(baseline). */
    public double[] integratedGradients(double[] x, double[] baseline) {
        requireRow(x);
        requireRow(baseline);
        double[] attributions = new double[features];
        for (int p = 0; p < POINTS.length; p++) {
            double[] between = new double[features];
            for (int i = 0; i < features; i++) {
                between[i] = baseline[i] + POINTS[p] * (x[i] - baseline[i]);
            }
            double[] gradient = gradient(between);
            for (int i = 0; i < features; i++) {
                attributions[i] += POINT_WEIGHTS[p] * gradient[i] * (x[i] - baseline[i]);
            }
        }
        return attributions;
    }

    // ---------------------------------------------------------------- data

    /** Draws rows [row, feature]; a row that training may draw is never held out. */
    public Tensor sample(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one row; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        float[] rows = new float[Math.multiplyExact(count, features)];
        for (int row = 0; row < count; ) {
            float[] drawn = row(random);
            String text = Arrays.toString(IntStream.range(0, features)
                    .map(i -> Float.floatToIntBits(drawn[i]))
                    .toArray());
            if (Seeds.share(0, text) < HELD_OUT_SHARE == (split == Split.HELD_OUT)) {
                System.arraycopy(drawn, 0, rows, row * features, features);
                row++;
            }
        }
        return Tensor.of(rows, count, features).named("row", "feature");
    }

    private float[] row(Random random) {
        double[] row = IntStream.range(0, features)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
        float[] floats = new float[features];
        for (int i = 0; i < features; i++) {
            int partner = partners[i];
            double correlation = correlations[i];
            boolean second = partner >= 0 && partner < i;
            floats[i] = (float)
                    (second ? correlation * row[partner] + Math.sqrt(1 - correlation * correlation) * row[i] : row[i]);
        }
        return floats;
    }

    /**
     * Draws rows with the function's values as targets.
     *
     * @param noise the standard deviation of the normal noise in a target, at least 0: the best possible root mean square
     *     error
     */
    public Examples examples(Split split, int count, double noise, long seed) {
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("The noise is a standard deviation of at least 0; got " + noise + ".");
        }
        Tensor inputs = sample(split, count, seed);
        Random random = Seeds.random(~seed);
        float[][] rows = inputs.toMatrix();
        float[] targets = new float[count];
        for (int r = 0; r < count; r++) {
            float[] row = rows[r];
            double exact =
                    value(IntStream.range(0, features).mapToDouble(i -> row[i]).toArray());
            targets[r] = (float) (exact + noise * random.nextGaussian());
        }
        return new Examples(inputs, Tensor.of(targets, count, 1));
    }

    /** One row for each term: its weight and its features. */
    public Table table() {
        return Table.create(
                "terms",
                StringColumn.create("term", terms.stream().map(Term::toString)),
                DoubleColumn.create("weight", terms.stream().mapToDouble(Term::weight)),
                StringColumn.create(
                        "features", terms.stream().map(term -> term.features().toString())));
    }

    private void requireFeatures(Iterable<Integer> named) {
        for (int feature : named) {
            if (feature < 0 || feature >= features) {
                throw new IllegalArgumentException("There is no feature " + feature + ": this function has " + features
                        + ", from 0 to " + (features - 1) + ".");
            }
        }
    }

    private void requireRow(double[] x) {
        if (x.length != features) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A row has %d features; got %d: %s.", features, x.length, Arrays.toString(x)));
        }
    }

    @Override
    public String toString() {
        return "f(x) = "
                + (terms.isEmpty() ? "0" : terms.stream().map(Term::toString).collect(Collectors.joining(" + ")));
    }
}
