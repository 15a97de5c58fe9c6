package practicum.world.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

class FourierTest {
    @Test
    void theSolutionAddsCorrectlyForEverySumAndAnyFrequencyOfAPrime() {
        for (int frequency = 1; frequency <= 6; frequency++) {
            assertAdds(FourierSolution.of(13, frequency));
        }
        assertAdds(FourierSolution.of(31, 3, 7, 12));
        assertAdds(FourierSolution.of(15, 3, 5)); // each alone confuses numbers, together they do not
    }

    private static void assertAdds(FourierSolution solution) {
        int p = solution.modulus();
        float[] logits = solution.logits().toFloatArray();
        double smallest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                double right = solution.logit(a, b, (a + b) % p);
                assertThat(right).isCloseTo(solution.frequencies().size(), within(1e-12));
                for (int c = 0; c < p; c++) {
                    assertThat((double) logits[(a * p + b) * p + c]).isCloseTo(solution.logit(a, b, c), within(1e-6));
                    smallest = c == (a + b) % p ? smallest : Math.min(smallest, right - solution.logit(a, b, c));
                }
            }
        }
        assertThat(smallest).isGreaterThan(0).isCloseTo(solution.margin(), within(1e-9));
    }

    @Test
    void logitsComeFromProductsOfTheCircles() {
        FourierSolution solution = FourierSolution.of(113, 14, 35, 41);
        float[][] on = solution.circles().toMatrix();
        for (int[] abc : new int[][] {{0, 0, 0}, {5, 110, 2}, {112, 112, 111}, {60, 70, 3}}) {
            double logit = 0;
            for (int i = 0; i < 6; i += 2) {
                float[] a = on[abc[0]];
                float[] b = on[abc[1]];
                float[] c = on[abc[2]];
                double cosine = a[i] * b[i] - a[i + 1] * b[i + 1];
                double sine = a[i + 1] * b[i] + a[i] * b[i + 1];
                logit += cosine * c[i] + sine * c[i + 1];
            }
            assertThat(logit).isCloseTo(solution.logit(abc[0], abc[1], abc[2]), within(1e-5));
        }
    }

    @Test
    void frequenciesThatCannotTellNumbersApartAreRefused() {
        assertThatThrownBy(() -> FourierSolution.of(15, 3, 6)).hasMessageContaining("common divisor");
        assertThatThrownBy(() -> FourierSolution.of(113, 57)).hasMessageContaining("from 1 to 56");
        assertThatThrownBy(() -> FourierSolution.of(113, 0)).hasMessageContaining("from 1 to 56");
        assertThatThrownBy(() -> FourierSolution.of(113, 3, 3)).hasMessageContaining("different");
        assertThatThrownBy(() -> new FourierSolution(113, List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> FourierSolution.of(8, 1)).hasMessageContaining("odd");
    }

    @Test
    void wavesAreOrthonormal() {
        Tensor waves = new FourierBasis(31).waves();
        float[][] products = waves.matMul(waves.t()).toMatrix();
        for (int i = 0; i < 31; i++) {
            for (int j = 0; j < 31; j++) {
                assertThat((double) products[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-5));
            }
        }
    }

    @Test
    void sharesAreThoseOfTheDiscreteFourierTransform() {
        int p = 11;
        Tensor vectors = Tensor.randn(3, p, 4).add(2);
        float[][] rows = vectors.toMatrix();
        double[] power = new double[p];
        for (int k = 1; k < p; k++) {
            for (int d = 0; d < 4; d++) {
                double real = 0;
                double imaginary = 0;
                for (int n = 0; n < p; n++) {
                    real += rows[n][d] * Math.cos(2 * Math.PI * k * n / p);
                    imaginary += rows[n][d] * Math.sin(2 * Math.PI * k * n / p);
                }
                power[k] += real * real + imaginary * imaginary;
            }
        }
        double all = IntStream.range(1, p).mapToDouble(k -> power[k]).sum();
        double[] shares = new FourierBasis(p).shares(vectors);
        assertThat(shares).hasSize(5);
        for (int k = 1; k <= 5; k++) {
            assertThat(shares[k - 1]).isCloseTo((power[k] + power[p - k]) / all, within(1e-5));
        }
    }

    @Test
    void theSolutionsCirclesHaveTheirFrequenciesAndNoOthers() {
        var table = new FourierBasis(113).table(FourierSolution.of(113, 14, 35).circles());
        assertThat(table.intColumn("frequency").asList().subList(0, 2)).containsExactlyInAnyOrder(14, 35);
        assertThat(table.doubleColumn("share").get(0)).isCloseTo(0.5, within(1e-5));
        assertThat(table.doubleColumn("share").get(1)).isCloseTo(0.5, within(1e-5));
        assertThat(table.doubleColumn("share").get(2)).isLessThan(1e-9);
    }

    @Test
    void vectorsWithoutFrequenciesAreRefused() {
        FourierBasis basis = new FourierBasis(7);
        assertThatThrownBy(() -> basis.shares(Tensor.ones(9, 2))).hasMessageContaining("narrow(0, 0, 7)");
        assertThatThrownBy(() -> basis.shares(Tensor.ones(7, 2))).hasMessageContaining("all the same");
        assertThatThrownBy(() -> basis.shares(Tensor.zeros(7, 2))).hasMessageContaining("all the same");
        assertThatThrownBy(() -> basis.shares(Tensor.scalar(Double.NaN).expand(7, 2)))
                .hasMessageContaining("not finite");
    }
}
