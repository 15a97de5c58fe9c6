package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.Safetensors;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

class AdamWTest {
    private static final AdamW.Settings USUAL = new AdamW.Settings(0.9, 0.98, 1e-8, 0.1, 1);

    @Test
    void itAgreesWithTheFormulasInDoublePrecision() {
        double[] matrix = {0.5, -1, 2, 0.25};
        double[] vector = {1, -3};
        Map<String, Tensor> initial = new LinkedHashMap<>();
        initial.put("matrix", Tensor.of(new float[] {0.5f, -1, 2, 0.25f}, 2, 2));
        initial.put("vector", Tensor.of(vector));
        AdamW adamW = new AdamW(USUAL, initial);
        double[][] moments = new double[4][];
        moments[0] = new double[4];
        moments[1] = new double[4];
        moments[2] = new double[2];
        moments[3] = new double[2];

        Random random = new Random(1);
        for (int step = 1; step <= 20; step++) {
            double rate = 0.01 * step;
            double[] g = random.doubles(4, -3, 3).map(x -> (float) x).toArray();
            double[] h = random.doubles(2, -3, 3).map(x -> (float) x).toArray();
            adamW.step(List.of(Tensor.of(g).reshape(2, 2), Tensor.of(h)), rate);
            double norm = Math.sqrt(squares(g) + squares(h));
            reference(matrix, g, norm, moments[0], moments[1], rate, step, true);
            reference(vector, h, norm, moments[2], moments[3], rate, step, false);
        }

        assertThat(adamW.parameters().get("matrix").toDoubleArray()).containsExactly(matrix, within(2e-5));
        assertThat(adamW.parameters().get("vector").toDoubleArray()).containsExactly(vector, within(2e-5));
    }

    @Test
    void weightsThatLieInAFileAreCopiedAndNeverWrittenTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("w.safetensors");
        SafetensorsWriter.write(file, Map.of("w", Tensor.of(1, 2)), Precision.FLOAT32);
        byte[] before = Files.readAllBytes(file);
        Tensor mapped = Safetensors.open(file).get("w");
        AdamW adamW = new AdamW(USUAL, Map.of("w", mapped));
        adamW.step(List.of(Tensor.of(1, 1)), 0.1);
        assertThat(adamW.parameters().get("w").toFloatArray()).doesNotContain(1, 2);
        assertThat(mapped.toFloatArray()).containsExactly(1, 2);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static double squares(double[] g) {
        double sum = 0;
        for (double x : g) {
            sum += x * x;
        }
        return sum;
    }

    /** Algorithm 2 of Loshchilov and Hutter, one number at a time, after clipping by the norm. */
    private static void reference(
            double[] p, double[] g, double norm, double[] m, double[] v, double rate, int t, boolean decays) {
        for (int i = 0; i < p.length; i++) {
            double clipped = norm > USUAL.clip() ? g[i] * USUAL.clip() / norm : g[i];
            m[i] = USUAL.beta1() * m[i] + (1 - USUAL.beta1()) * clipped;
            v[i] = USUAL.beta2() * v[i] + (1 - USUAL.beta2()) * clipped * clipped;
            double mean = m[i] / (1 - Math.pow(USUAL.beta1(), t));
            double square = v[i] / (1 - Math.pow(USUAL.beta2(), t));
            p[i] -= rate * (decays ? USUAL.decay() * p[i] : 0) + rate * mean / (Math.sqrt(square) + USUAL.epsilon());
        }
    }

    @Test
    void withoutMemoryEveryStepOnAQuadraticIsTheLearningRateLong() {
        AdamW adamW = new AdamW(new AdamW.Settings(0, 0, 0, 0, 1e9), Map.of("x", Tensor.of(5.0)));
        for (int step = 0; step < 30; step++) {
            adamW.step(List.of(adamW.parameters().get("x").detach().mul(1)), 0.125); // the gradient of x²/2
        }
        assertThat(adamW.parameters().get("x").item()).isEqualTo(5f - 30 * 0.125f);
    }

    @Test
    void aMatrixWithoutGradientDecaysGeometricallyAndAVectorStays() {
        Map<String, Tensor> initial = new LinkedHashMap<>();
        initial.put("matrix", Tensor.ones(2, 2));
        initial.put("vector", Tensor.ones(2));
        AdamW adamW = new AdamW(USUAL, initial);
        for (int step = 0; step < 10; step++) {
            adamW.step(List.of(Tensor.zeros(2, 2), Tensor.zeros(2)), 0.5);
        }
        assertThat(adamW.parameters().get("matrix").item(1, 1)).isCloseTo((float) Math.pow(0.95, 10), within(1e-6f));
        assertThat(adamW.parameters().get("vector").item(0)).isEqualTo(1);
    }

    @Test
    void theParametersGivenAreLeftAsTheyWere() {
        Tensor given = Tensor.of(5.0);
        new AdamW(USUAL, Map.of("x", given)).step(List.of(Tensor.of(1.0)), 1);
        assertThat(given.item()).isEqualTo(5);
    }

    @Test
    void aMissingGradientIsNoticed() {
        AdamW adamW = new AdamW(USUAL, Map.of("x", Tensor.of(5.0)));
        assertThatThrownBy(() -> adamW.step(List.of(), 1)).hasMessage("1 parameters need as many gradients, got 0.");
    }
}
