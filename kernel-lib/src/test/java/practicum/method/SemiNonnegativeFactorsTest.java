package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.method.SemiNonnegativeFactors.Settings;
import practicum.model.ModelException;
import practicum.tensor.Linalg;
import practicum.tensor.Tensor;

class SemiNonnegativeFactorsTest {
    private static final int NEURONS = 40;
    private static final int TOKENS = 200;
    private static final int CONCEPTS = 5;

    /** Each concept in eight neurons of its own, of either sign; each token has one or two of them, and some noise. */
    private record Planted(Tensor concepts, Tensor amounts, Tensor activations) {
        static Planted of(long seed) {
            Random random = new Random(seed);
            double[][] concepts = new double[CONCEPTS][NEURONS];
            for (int c = 0; c < CONCEPTS; c++) {
                for (int i = 0; i < 8; i++) {
                    concepts[c][8 * c + i] = random.nextGaussian();
                }
            }
            double[][] amounts = new double[TOKENS][CONCEPTS];
            for (int t = 0; t < TOKENS; t++) {
                amounts[t][t % CONCEPTS] = 1 + random.nextDouble();
                if (random.nextInt(4) == 0) {
                    amounts[t][random.nextInt(CONCEPTS)] += 0.5;
                }
            }
            Tensor z = Tensor.of(concepts);
            Tensor y = Tensor.of(amounts);
            return new Planted(
                    z, y, y.matMul(z).add(Tensor.randn(seed, TOKENS, NEURONS).mul(0.02)));
        }
    }

    private static double cosine(Tensor a, Tensor b) {
        return a.mul(b).sum().item() / (a.norm().item() * b.norm().item());
    }

    @Test
    void winnersRecoverPlantedConcepts() {
        Planted planted = Planted.of(3);
        Tensor found = SemiNonnegativeFactors.of(
                        planted.activations(), Settings.of(CONCEPTS).winners(0.2))
                .features();
        for (int c = 0; c < CONCEPTS; c++) {
            double best = 0;
            for (int f = 0; f < CONCEPTS; f++) {
                best = Math.max(best, cosine(planted.concepts().get(c), found.get(f)));
            }
            assertThat(best).as("concept " + c).isGreaterThan(0.95);
        }
    }

    @Test
    void withAllNeuronsTheErrorNeverRisesAndStaysAboveTheBestOfAnyRank() {
        Tensor activations = Tensor.randn(7, 60, 20);
        double[] errors = SemiNonnegativeFactors.of(activations, Settings.of(6)).errors();
        for (int i = 1; i < errors.length; i++) {
            assertThat(errors[i]).as("iteration " + i).isLessThanOrEqualTo(errors[i - 1] * (1 + 1e-9));
        }
        double rest = 0;
        double[] singular = Linalg.svd(activations).s().toDoubleArray();
        for (int i = 6; i < singular.length; i++) {
            rest += singular[i] * singular[i];
        }
        assertThat(errors[errors.length - 1]).isGreaterThanOrEqualTo(Math.sqrt(rest) * (1 - 1e-6));
        assertThat(errors[errors.length - 1]).isLessThan(activations.norm().item());
    }

    /** No other features would fit the coefficients better: the error is orthogonal to them. */
    @Test
    void featuresAreTheBestForTheirCoefficients() {
        Tensor a = Planted.of(5).activations();
        SemiNonnegativeFactors factors = SemiNonnegativeFactors.of(a, Settings.of(4));
        Tensor error = a.sub(factors.coefficients().matMul(factors.features()));
        assertThat(factors.coefficients().t().matMul(error).abs().max().item()).isLessThan(2e-3f);
    }

    @Test
    void coefficientsAreNeverNegativeAndWinnersTakeAll() {
        Tensor a = Planted.of(6).activations();
        SemiNonnegativeFactors factors =
                SemiNonnegativeFactors.of(a, Settings.of(CONCEPTS).winners(0.2));
        assertThat(factors.coefficients().min().item()).isGreaterThanOrEqualTo(0);
        for (float[] feature : factors.features().toMatrix()) {
            int used = 0;
            for (float weight : feature) {
                used += weight != 0 ? 1 : 0;
            }
            assertThat(used).isEqualTo(8);
        }
        assertThat(factors.neurons(0, 8)).allMatch(i -> factors.features().item(0, i) != 0);
        int[] tokens = factors.tokens(0, TOKENS);
        for (int i = 1; i < TOKENS; i++) {
            assertThat(factors.coefficients().item(tokens[i], 0))
                    .isLessThanOrEqualTo(factors.coefficients().item(tokens[i - 1], 0));
        }
    }

    @Test
    void directionsAreWhatAFeatureWrites() {
        SemiNonnegativeFactors factors = SemiNonnegativeFactors.of(Planted.of(6).activations(), Settings.of(3));
        Tensor out = Tensor.randn(1, NEURONS, 12);
        Tensor written = factors.features().get(1).unsqueeze(0).matMul(out).get(0);
        Tensor direction = factors.directions(out).get(1);
        assertThat(cosine(written, direction)).isGreaterThan(0.99999);
        assertThat(direction.norm().item()).isBetween(0.99999f, 1.00001f);
    }

    @Test
    void whatCannotBeFactoredIsSaidInWords() {
        assertThatThrownBy(() -> SemiNonnegativeFactors.of(Tensor.randn(1, 3, 4), Settings.of(4)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("4 features of 3 tokens");
        assertThatThrownBy(() -> SemiNonnegativeFactors.of(Tensor.randn(1, 9), Settings.of(2)))
                .hasMessageContaining("[n, d_mlp]");
        assertThatThrownBy(() ->
                        SemiNonnegativeFactors.of(Tensor.of(new double[][] {{1, Double.NaN}, {0, 1}}), Settings.of(1)))
                .hasMessageContaining("no finite numbers");
        assertThatThrownBy(() -> Settings.of(2).winners(0)).hasMessageContaining("winners above 0");
    }
}
