package practicum.world.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

class SparseFeaturesTest {
    private static final int SAMPLES = 40_000;

    private final SparseFeatures features = SparseFeatures.of(6, 0.1)
            .withDensity(i -> i == 4 ? 0.3 : i == 5 ? 0.7 : 0.1 + 0.05 * (i / 2))
            .withImportance(i -> Math.pow(0.9, i))
            .correlated(0, 1)
            .anticorrelated(4, 5);

    private final float[][] drawn = features.sample(SAMPLES, 3).toMatrix();

    @Test
    void drawnMomentsAreTheClosedForms() {
        float[] means = features.means().toFloatArray();
        float[][] moments = features.secondMoments().toMatrix();
        float[][] covariance = features.covariance().toMatrix();
        for (int i = 0; i < 6; i++) {
            double mean = 0;
            for (float[] row : drawn) {
                mean += row[i] / SAMPLES;
            }
            // Five standard errors; the variance of a feature is at most its second moment, below 1/3.
            assertThat(mean).isCloseTo(means[i], within(5 * Math.sqrt(moments[i][i] / SAMPLES)));
            for (int j = 0; j < 6; j++) {
                double product = 0;
                double square = 0;
                for (float[] row : drawn) {
                    double each = row[i] * row[j];
                    product += each / SAMPLES;
                    square += each * each / SAMPLES;
                }
                double error = Math.sqrt(square / SAMPLES);
                assertThat(product).as("features %d and %d", i, j).isCloseTo(moments[i][j], within(5 * error + 1e-7));
                assertThat((double) covariance[i][j]).isCloseTo(moments[i][j] - means[i] * means[j], within(1e-6));
            }
        }
    }

    @Test
    void pairsAreAlwaysOrNeverThereTogetherAndOthersNowAndThen() {
        int both = 0;
        for (float[] row : drawn) {
            assertThat(row[0] > 0).isEqualTo(row[1] > 0);
            assertThat(row[4] > 0 && row[5] > 0).isFalse();
            both += row[0] > 0 && row[2] > 0 ? 1 : 0;
            for (float value : row) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
        assertThat(both / (double) SAMPLES).isCloseTo(0.1 * 0.15, within(5 * Math.sqrt(0.015 / SAMPLES)));
        // Densities 0.3 and 0.7 fill every sample, which is the most that two that stay apart can.
        assertThat(features.table().stringColumn("tie").asList())
                .containsExactly("TOGETHER 1", "TOGETHER 0", "", "", "APART 5", "APART 4");
    }

    @Test
    void theExpectedLossOfALinearMapIsTheMeanOverSamples() {
        Tensor map = Tensor.randn(5, 6, 6).mul(0.4);
        float[][] m = map.toMatrix();
        double mean = 0;
        double square = 0;
        for (float[] x : drawn) {
            double loss = 0;
            for (int i = 0; i < 6; i++) {
                double error = x[i];
                for (int j = 0; j < 6; j++) {
                    error -= m[i][j] * x[j];
                }
                loss += Math.pow(0.9, i) * error * error;
            }
            mean += loss / SAMPLES;
            square += loss * loss / SAMPLES;
        }
        double standardError = Math.sqrt((square - mean * mean) / SAMPLES);
        assertThat(features.expectedLoss(map)).isCloseTo(mean, within(5 * standardError));
        assertThat(features.expectedLoss(Tensor.eye(6))).isCloseTo(0, within(1e-12));
        assertThat(SparseFeatures.of(10, 0.3).expectedLoss(Tensor.zeros(10, 10)))
                .isCloseTo(1.0, within(1e-12));
    }

    @Test
    void theSameSeedDrawsTheSameSamples() {
        assertThat(features.sample(50, 3).toFloatArray())
                .isEqualTo(features.sample(50, 3).toFloatArray())
                .isNotEqualTo(features.sample(50, 4).toFloatArray());
    }

    @Test
    void impossibleFeaturesAreRefused() {
        SparseFeatures plain = SparseFeatures.of(3, 0.6);
        assertThatThrownBy(() -> plain.anticorrelated(0, 1)).hasMessageContaining("sum to at most 1");
        assertThatThrownBy(() -> plain.withDensity(i -> 0.1 * (i + 1)).correlated(0, 1))
                .hasMessageContaining("have one density");
        assertThatThrownBy(() -> plain.correlated(0, 1).correlated(1, 2)).hasMessageContaining("no other pair");
        assertThatThrownBy(() -> plain.correlated(0, 3)).hasMessageContaining("features 0 to 2");
        assertThatThrownBy(() -> plain.correlated(1, 1)).hasMessageContaining("not a pair of two");
        assertThatThrownBy(() -> SparseFeatures.of(3, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> SparseFeatures.of(0, 0.5)).hasMessageContaining("At least one feature");
        assertThatThrownBy(() -> plain.withImportance(i -> -1)).hasMessageContaining("importance");
        assertThatThrownBy(() -> plain.expectedLoss(Tensor.eye(2))).hasMessageContaining("[3, 3]");
        assertThatThrownBy(() -> plain.sample(0, 1)).hasMessageContaining("at least one sample");
    }
}
