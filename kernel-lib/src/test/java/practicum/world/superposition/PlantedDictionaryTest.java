package practicum.world.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

class PlantedDictionaryTest {
    private final PlantedDictionary dictionary = PlantedDictionary.random(12, 5, 7);
    private final SparseFeatures features =
            SparseFeatures.of(12, 0.2).correlated(2, 3).anticorrelated(4, 5);

    @Test
    void directionsHaveLengthOneAndCrowdMoreThanTheWelchBound() {
        for (float[] row : dictionary.directions().toMatrix()) {
            double square = 0;
            for (float value : row) {
                square += value * value;
            }
            assertThat(square).isCloseTo(1, within(1e-5));
        }
        // No 12 directions in 5 dimensions are less coherent (Welch 1974).
        assertThat(dictionary.coherence()).isBetween(Math.sqrt((12 - 5) / (5.0 * 11)), 1.0);
        assertThat(PlantedDictionary.of(Tensor.eye(4).mul(3)).coherence()).isZero();
        assertThat(PlantedDictionary.of(Tensor.of(new double[][] {{1, 0}, {-1, 1}}))
                        .coherence())
                .isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void pointsWithoutNoiseAreTheCodesTimesTheDirections() {
        PlantedPoints drawn = dictionary.points(features, 200, 0, 9);
        float[][] codes = drawn.codes().toMatrix();
        float[][] directions = dictionary.directions().toMatrix();
        float[][] points = drawn.points().toMatrix();
        for (int row = 0; row < 200; row++) {
            for (int d = 0; d < 5; d++) {
                double sum = 0;
                for (int f = 0; f < 12; f++) {
                    sum += codes[row][f] * directions[f][d];
                }
                assertThat((double) points[row][d]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void theNoiseHasItsSizeAndThePointsTheirClosedFormMoments() {
        int count = 40_000;
        PlantedPoints drawn = dictionary.points(features, count, 0.3, 9);
        float[][] clean = dictionary.points(features, count, 0, 9).points().toMatrix();
        float[][] points = drawn.points().toMatrix();
        double noise = 0;
        for (int row = 0; row < count; row++) {
            for (int d = 0; d < 5; d++) {
                noise += Math.pow(points[row][d] - clean[row][d], 2) / (5.0 * count);
            }
        }
        assertThat(noise).isCloseTo(0.09, within(5 * 0.09 * Math.sqrt(2.0 / (5 * count))));
        float[][] moments = dictionary.secondMoments(features, 0.3).toMatrix();
        for (int d = 0; d < 5; d++) {
            for (int e = 0; e < 5; e++) {
                double product = 0;
                double square = 0;
                for (float[] point : points) {
                    double each = point[d] * point[e];
                    product += each / count;
                    square += each * each / count;
                }
                assertThat(product).isCloseTo(moments[d][e], within(5 * Math.sqrt(square / count)));
            }
        }
    }

    @Test
    void theSeedDecidesEverything() {
        assertThat(dictionary.points(features, 20, 0.1, 4).points().toFloatArray())
                .isEqualTo(PlantedDictionary.random(12, 5, 7)
                        .points(features, 20, 0.1, 4)
                        .points()
                        .toFloatArray())
                .isNotEqualTo(dictionary.points(features, 20, 0.1, 5).points().toFloatArray());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> dictionary.points(SparseFeatures.of(3, 0.1), 5, 0, 1))
                .hasMessageContaining("12 directions");
        assertThatThrownBy(() -> dictionary.points(features, 5, -1, 1)).hasMessageContaining("noise of at least 0");
        assertThatThrownBy(() -> PlantedDictionary.of(Tensor.zeros(2, 2))).hasMessageContaining("points nowhere");
        assertThatThrownBy(() -> PlantedDictionary.of(Tensor.ones(3))).hasMessageContaining("[feature, dimension]");
        assertThatThrownBy(() -> PlantedDictionary.random(0, 2, 1)).hasMessageContaining("at least one feature");
    }
}
