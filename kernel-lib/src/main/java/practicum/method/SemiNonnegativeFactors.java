package practicum.method;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Activations as sums of a few groups of neurons: A ≈ Y·Z, with a row of A for each token, a row of Z for each feature,
 * and coefficients Y that are never negative. So a feature can only be added, never taken away; its neurons may be of
 * either sign.
 *
 * <p>Z is what fits best for given coefficients, Z = (YᵀY)⁺YᵀA; the coefficients are multiplied by
 * √((⌈AZᵀ⌉ + Y⌊ZZᵀ⌋) / (⌊AZᵀ⌋ + Y⌈ZZᵀ⌉)), where ⌈ ⌉ keeps what is positive and ⌊ ⌋ the sizes of what is negative. Neither
 * step makes the error larger. To keep features few in neurons, only the winners of each row of Z may be kept; then the
 * error may rise.
 *
 * <p>A feature lives in the neurons of one layer; {@link #directions} are what it writes into the stream.
 *
 * <p>Sources: Ding, Li and Jordan 2010, "Convex and Semi-Nonnegative Matrix Factorizations"; for MLPs, Shafran, Geiger
 * and Geva 2025, arXiv 2506.10920.
 */
public final class SemiNonnegativeFactors {
    private static final double TINY = 1e-12;

    private final Settings settings;
    private final Tensor coefficients;
    private final Tensor features;
    private final double[] errors;

    /**
     * How to factor.
     *
     * @param features how many
     * @param iterations how often both are updated
     * @param winners the share of neurons that each feature may keep, the largest of either sign; 1 keeps all
     * @param seed decides where the coefficients begin
     */
    public record Settings(int features, int iterations, double winners, long seed) {
        public Settings {
            if (features < 1 || iterations < 1 || !(winners > 0 && winners <= 1)) {
                throw new ModelException(
                        "Factors need at least 1 feature, 1 iteration and a share of winners above 0 and"
                                + " up to 1; got " + features + ", " + iterations + " and " + winners + ".");
            }
        }

        /** 200 iterations, with all neurons. */
        public static Settings of(int features) {
            return new Settings(features, 200, 1, 1);
        }

        /** With few neurons in each feature. */
        public Settings winners(double share) {
            return new Settings(features, iterations, share, seed);
        }

        /** From another beginning. */
        public Settings seed(long newSeed) {
            return new Settings(features, iterations, winners, newSeed);
        }
    }

    private SemiNonnegativeFactors(Settings settings, Tensor coefficients, Tensor features, double[] errors) {
        this.settings = settings;
        this.coefficients = coefficients;
        this.features = features;
        this.errors = errors;
    }

    /**
     * Factors of activations.
     *
     * @param activations one row for each token [n, d_mlp]
     */
    public static SemiNonnegativeFactors of(Tensor activations, Settings settings) {
        require(activations, settings);
        try (GradMode off = GradMode.off();
                Scope outer = Scope.open();
                Progress progress = Progress.start("Factoring activations", settings.iterations())) {
            Tensor a = activations.toDouble();
            Tensor y = Tensor.randn(settings.seed(), a.size(0), settings.features())
                    .abs()
                    .toDouble();
            Tensor z = winners(fitted(a, y), settings.winners());
            double[] errors = new double[settings.iterations()];
            for (int i = 0; i < errors.length; i++) {
                try (Scope scope = Scope.open()) {
                    Tensor nextY = updated(a, y, z);
                    Tensor nextZ = winners(fitted(a, nextY), settings.winners());
                    errors[i] = a.sub(nextY.matMul(nextZ)).norm().item();
                    y = scope.keep(nextY);
                    z = scope.keep(nextZ);
                }
                progress.advance(1);
            }
            return new SemiNonnegativeFactors(
                    settings,
                    outer.keep(y.toFloat().named("token", "feature")),
                    outer.keep(z.toFloat().named("feature", "d_mlp")),
                    errors);
        }
    }

    /** The features that fit best for given coefficients. */
    private static Tensor fitted(Tensor a, Tensor y) {
        return pseudoInverse(y.t().matMul(y)).matMul(y.t().matMul(a));
    }

    /** Of a symmetric matrix without negative eigenvalues. */
    private static Tensor pseudoInverse(Tensor gram) {
        Linalg.Eigh eigen = Linalg.eigh(gram);
        double[] values = eigen.values().toDoubleArray();
        double least = 1e-10 * Arrays.stream(values).max().orElse(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] > least ? 1 / values[i] : 0;
        }
        Tensor inverse = Tensor.of(values).toDouble();
        return eigen.vectors().mul(inverse).matMul(eigen.vectors().t());
    }

    private static Tensor updated(Tensor a, Tensor y, Tensor z) {
        Tensor fit = a.matMul(z.t()); // [n, feature]
        Tensor gram = z.matMul(z.t()); // [feature, feature]
        Tensor up = fit.relu().add(y.matMul(gram.neg().relu()));
        Tensor down = fit.neg().relu().add(y.matMul(gram.relu()));
        return y.mul(up.add(TINY).div(down.add(TINY)).sqrt());
    }

    /** Rows with only a share of their numbers left, the largest of either sign. */
    private static Tensor winners(Tensor z, double share) {
        int keep = (int) Math.max(1, Math.round(share * z.size(1)));
        if (keep == z.size(1)) {
            return z;
        }
        float[] values = z.toFloat().toFloatArray();
        double[] mask = new double[values.length];
        int d = z.size(1);
        for (int row = 0; row < z.size(0); row++) {
            float[] sizes = new float[d];
            for (int i = 0; i < d; i++) {
                sizes[i] = Math.abs(values[row * d + i]);
            }
            for (int i : ValueVectors.highest(sizes, keep)) {
                mask[row * d + i] = 1;
            }
        }
        return z.mul(Tensor.of(mask).toDouble().reshape(z.shape()));
    }

    private static void require(Tensor a, Settings settings) {
        if (a.rank() != 2) {
            throw new ModelException("Give activations with one row for each token [n, d_mlp], but this is " + a + ".");
        }
        if (settings.features() > a.size(0)) {
            throw new ModelException(settings.features() + " features of " + a.size(0)
                    + " tokens: give more tokens, or ask for fewer features.");
        }
        if (!Double.isFinite(a.abs().sum().item())) {
            throw new ModelException("Activations that are no finite numbers have no factors: " + a + ".");
        }
    }

    /** How much of each feature is in each token [n, feature]; never negative. */
    public Tensor coefficients() {
        return coefficients;
    }

    /** Each feature as neurons [feature, d_mlp]. */
    public Tensor features() {
        return features;
    }

    /** ‖A − YZ‖ after each iteration. */
    public double[] errors() {
        return errors.clone();
    }

    /**
     * What each feature writes into the stream, of length 1 [feature, d_model].
     *
     * @param wOut the layer's values [d_mlp, d_model]
     */
    public Tensor directions(Tensor wOut) {
        Tensor written = features.matMul(wOut);
        return written.div(written.norm(1).unsqueeze(1).add(TINY));
    }

    /** The tokens, by row, in which a feature is strongest, the first first. */
    public int[] tokens(int feature, int count) {
        requireFeature(feature);
        return ValueVectors.highest(coefficients.select(1, feature).toFloatArray(), count);
    }

    /** The neurons, by number, that a feature is made of most, of either sign, the first first. */
    public List<Integer> neurons(int feature, int count) {
        requireFeature(feature);
        return IntStream.of(ValueVectors.highest(features.get(feature).abs().toFloatArray(), count))
                .boxed()
                .toList();
    }

    private void requireFeature(int feature) {
        if (feature < 0 || feature >= settings.features()) {
            throw new ModelException(
                    "There is no feature " + feature + ": there are 0 to " + (settings.features() - 1) + ".");
        }
    }

    @Override
    public String toString() {
        return "SemiNonnegativeFactors[" + settings.features() + " features, error " + errors[errors.length - 1] + "]";
    }
}
