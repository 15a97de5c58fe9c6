package practicum.world.superposition;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Which found direction is which true one: the one-to-one matching whose cosines have the largest sum. Each true direction
 * is also told its nearest found one, which several may share; the mean of those cosines is the mean max cosine similarity
 * (Sharkey et al. 2022, "Taking features out of superposition with sparse autoencoders").
 */
public final class DirectionMatch {
    private final double[][] cosines;
    private final int[] partners;

    private DirectionMatch(double[][] cosines, int[] partners) {
        this.cosines = cosines;
        this.partners = partners;
    }

    /**
     * Matches directions, whatever their lengths. The sign counts: a direction does not match its opposite.
     *
     * @param truth [feature, dimension]
     * @param found [any, dimension], such as the rows of a decoder; leave out those that are zero
     */
    public static DirectionMatch of(Tensor truth, Tensor found) {
        if (truth.rank() != 2 || found.rank() != 2 || truth.size(1) != found.size(1)) {
            throw new IllegalArgumentException("True and found directions are rows of one length, [feature, dimension];"
                    + " got " + truth + " and " + found + ".");
        }
        double[][] cosines;
        try (Scope scope = Scope.open()) {
            Tensor trueRows = Directions.normalized("The truth", truth);
            Tensor foundRows = Directions.normalized("What was found", found);
            cosines = doubles(trueRows.matMul(foundRows.t()).toMatrix());
        }
        return new DirectionMatch(cosines, partners(cosines));
    }

    private static double[][] doubles(float[][] matrix) {
        return Arrays.stream(matrix)
                .map(row ->
                        IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    /** The fewer are assigned to the more; true ones that nobody is left for have −1. */
    private static int[] partners(double[][] cosines) {
        int truths = cosines.length;
        int founds = cosines[0].length;
        if (truths <= founds) {
            return Assignment.best(cosines);
        }
        double[][] turned = new double[founds][truths];
        for (int i = 0; i < truths; i++) {
            for (int j = 0; j < founds; j++) {
                turned[j][i] = cosines[i][j];
            }
        }
        int[] partners = new int[truths];
        Arrays.fill(partners, -1);
        int[] truthOf = Assignment.best(turned);
        for (int j = 0; j < founds; j++) {
            partners[truthOf[j]] = j;
        }
        return partners;
    }

    /** The found direction that is matched with a true one, or −1 if there were too few. */
    public int partner(int feature) {
        return partners[feature];
    }

    /** The cosine of a true direction with its partner; 0 if it has none. */
    public double cosine(int feature) {
        return partners[feature] < 0 ? 0 : cosines[feature][partners[feature]];
    }

    /** The found direction that is nearest to a true one, though it may be another's partner. */
    public int nearest(int feature) {
        double[] row = cosines[feature];
        return IntStream.range(0, row.length)
                .reduce((best, j) -> row[j] > row[best] ? j : best)
                .orElseThrow();
    }

    /** The cosine of a true direction with the nearest found one. */
    public double nearestCosine(int feature) {
        return cosines[feature][nearest(feature)];
    }

    /** The mean of the matched cosines over the true directions. */
    public double meanCosine() {
        return IntStream.range(0, partners.length)
                .mapToDouble(this::cosine)
                .average()
                .orElseThrow();
    }

    /** The mean over the true directions of the cosine with the nearest found one. */
    public double meanMaxCosine() {
        return IntStream.range(0, partners.length)
                .mapToDouble(this::nearestCosine)
                .average()
                .orElseThrow();
    }

    /** The share of true directions whose partner has at least this cosine. */
    public double recovered(double threshold) {
        long enough = IntStream.range(0, partners.length)
                .filter(i -> cosine(i) >= threshold)
                .count();
        return (double) enough / partners.length;
    }

    /** One row per true direction: its partner and their cosine, the nearest found one and theirs. */
    public Table table() {
        IntStream features = IntStream.range(0, partners.length);
        return Table.create(
                "matched directions",
                IntColumn.create("feature", features),
                IntColumn.create("partner", partners),
                DoubleColumn.create(
                        "cosine", IntStream.range(0, partners.length).mapToDouble(this::cosine)),
                IntColumn.create("nearest", IntStream.range(0, partners.length).map(this::nearest)),
                DoubleColumn.create(
                        "nearest cosine", IntStream.range(0, partners.length).mapToDouble(this::nearestCosine)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "DirectionMatch[features=%d, meanCosine=%.3f, meanMaxCosine=%.3f]",
                partners.length,
                meanCosine(),
                meanMaxCosine());
    }
}
