package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.method.SparseAutoencoder.Sparsity;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;

class SparseAutoencoderTest {
    private static final int D = 24;
    private static final int FEATURES = 40;
    private final Tensor planted = unit(Tensor.randn(1, FEATURES, D));

    private static Tensor unit(Tensor rows) {
        return rows.div(rows.norm(1).unsqueeze(1));
    }

    /** Rows that are sums of two of the planted directions, with lengths between 1 and 2. */
    private Tensor activations(int rows, long seed) {
        Random random = new Random(seed);
        float[] amounts = new float[rows * FEATURES];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < 2; i++) {
                amounts[r * FEATURES + random.nextInt(FEATURES)] = 1 + random.nextFloat();
            }
        }
        return Tensor.of(amounts, rows, FEATURES).matMul(planted);
    }

    /** The share of planted directions that some learned direction points along, to a cosine above 0.9. */
    private double recovered(SparseAutoencoder dictionary) {
        Tensor best = planted.matMul(dictionary.W_dec().t()).max(1);
        return best.greater(Tensor.scalar(0.9)).toFloat().mean().item();
    }

    @Test
    void aPlantedDictionaryIsFoundAgain() {
        Tensor data = activations(8192, 2);
        for (Sparsity sparsity : List.of(Sparsity.penalty(0.5), Sparsity.topK(2))) {
            SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, 2 * FEATURES, sparsity, 3);
            assertThat(recovered(dictionary)).as("control: before training").isLessThan(0.1);
            dictionary.train(data, 1500, 256, 3e-3, 4);
            assertThat(recovered(dictionary)).as("%s", dictionary).isGreaterThan(0.9);
            SparseAutoencoder.Loss fresh = dictionary.loss(activations(512, 5));
            assertThat(fresh.error()).as("%s", fresh).isLessThan(0.5); // of 4.7
            assertThat(fresh.active()).as("%s", fresh).isLessThan(6);
        }
    }

    @Test
    void rowsWithoutStructureHaveNoDictionary() {
        SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, 2 * FEATURES, Sparsity.topK(2), 3);
        dictionary.train(Tensor.randn(6, 8192, D), 300, 256, 3e-3, 4);
        assertThat(recovered(dictionary)).isLessThan(0.1);
        assertThat(dictionary.loss(Tensor.randn(7, 512, D)).error()).isGreaterThan(D / 4.0);
    }

    @Test
    void gradientsWorkedOutByHandAreThoseOfAutograd() {
        Tensor x = activations(16, 8).add(Tensor.randn(9, 16, D).mul(0.1));
        for (Sparsity sparsity : List.of(Sparsity.penalty(0.3), Sparsity.topK(3))) {
            SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, FEATURES, sparsity, 10);
            dictionary.train(x, 5, 16, 1e-2, 11); // so that no bias is zero
            SparseAutoencoder.Pass pass = dictionary.pass(x);
            assertThat(pass.loss().item()).isCloseTo((float) dictionary.loss(x).total(), within(1e-4f));
            try (GradMode on = GradMode.on()) {
                List<Tensor> p = dictionary.parameters().stream()
                        .map(Tensor::requiresGrad)
                        .toList();
                Tensor pre = x.sub(p.get(3)).matMul(p.get(0)).add(p.get(2));
                Tensor f = pre.relu();
                if (sparsity.active() > 0) { // which are kept does not change with a small step
                    Tensor mask = dictionary
                            .encode(x)
                            .detach()
                            .greater(Tensor.scalar(0))
                            .toFloat();
                    f = f.mul(mask);
                }
                Tensor e = f.matMul(p.get(1).t()).add(p.get(3)).sub(x);
                Tensor loss =
                        e.mul(e).sum().add(f.sum().mul(sparsity.penalty())).div(16);
                List<Tensor> gradients = Autograd.grad(loss, p);
                for (int i = 0; i < p.size(); i++) {
                    assertThat(gradients
                                    .get(i)
                                    .sub(pass.gradients().get(i))
                                    .abs()
                                    .max()
                                    .item())
                            .as("parameter %d with %s", i, sparsity)
                            .isLessThan(2e-5f);
                }
            }
        }
    }

    @Test
    void topKKeepsTheLargest() {
        SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, FEATURES, Sparsity.topK(3), 12);
        float[] pre = Tensor.randn(13, 1, D).matMul(dictionary.W_enc()).toFloatArray();
        float[] kept = dictionary.encode(Tensor.randn(13, 1, D)).toFloatArray();
        float[] sorted = pre.clone();
        Arrays.sort(sorted);
        float third = sorted[sorted.length - 3];
        for (int i = 0; i < pre.length; i++) {
            assertThat(kept[i]).isCloseTo(pre[i] >= third ? Math.max(0, pre[i]) : 0, within(1e-5f));
        }
    }

    @Test
    void theFirstStepMovesEveryNumberByTheRateAgainstItsGradient() {
        SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, FEATURES, Sparsity.penalty(0.1), 14);
        Tensor x = activations(64, 15);
        Tensor gradient = dictionary.pass(x).gradients().get(0);
        Tensor before = dictionary.W_enc().mul(1);
        dictionary.step(x, 0.01);
        // Adam's first step is rate · g / (|g| + 1e-8)
        Tensor expected = before.sub(gradient.div(gradient.abs().add(1e-8)).mul(0.01));
        assertThat(dictionary.W_enc().sub(expected).abs().max().item()).isLessThan(1e-4f);
        assertThat(dictionary.W_dec().norm(1).sub(1).abs().max().item()).isLessThan(1e-5f);
    }

    @Test
    void aSeedGivesTheSameDictionary() {
        Tensor data = activations(256, 16);
        SparseAutoencoder one = SparseAutoencoder.untrained(D, FEATURES, Sparsity.penalty(0.1), 17);
        SparseAutoencoder other = SparseAutoencoder.untrained(D, FEATURES, Sparsity.penalty(0.1), 17);
        one.train(data, 20, 32, 1e-3, 18);
        other.train(data, 20, 32, 1e-3, 18);
        assertThat(one.W_dec().toFloatArray()).containsExactly(other.W_dec().toFloatArray());
    }

    @Test
    void whatCannotBeReadIsRefused() {
        SparseAutoencoder dictionary = SparseAutoencoder.untrained(D, FEATURES, Sparsity.topK(3), 19);
        assertThatThrownBy(() -> dictionary.encode(Tensor.zeros(2, D + 1))).hasMessageContaining("[.., 24]");
        assertThatThrownBy(() -> dictionary.step(Tensor.zeros(2, D).add(Double.NaN), 1e-3))
                .hasMessageContaining("Lower the learning rate");
        assertThatThrownBy(() -> SparseAutoencoder.untrained(D, 2, Sparsity.topK(3), 0))
                .hasMessageContaining("no more active");
        assertThatThrownBy(() -> Sparsity.penalty(-1)).hasMessageContaining("penalty ≥ 0");
    }
}
