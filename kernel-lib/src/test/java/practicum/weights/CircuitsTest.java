package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class CircuitsTest {
    private static void assertClose(FactoredMatrix actual, Tensor expected) {
        assertThat(actual.toTensor().sub(expected).abs().max().item()).isLessThan(1e-3f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gemma2"})
    void circuitsAreTheProductsOfTheirMatrices(String golden) {
        Transformer m = Goldens.model(golden);
        Tensor qk = m.W_Q(1, 3).matMul(m.W_K(1, 3).t());
        Tensor ov = m.W_V(1, 3).matMul(m.W_O(1, 3));
        Tensor e = m.W_E().mul(m.config().stream().scale());
        assertClose(Circuits.qk(m, 1, 3), qk);
        assertClose(Circuits.ov(m, 1, 3), ov);
        assertClose(Circuits.fullQk(m, 1, 3), e.matMul(qk).matMul(e.t()));
        assertClose(Circuits.fullOv(m, 1, 3), e.matMul(ov).matMul(m.W_U()));
        assertThat(Circuits.qk(m, 1).toTensor().get(3).sub(qk).abs().max().item())
                .isLessThan(1e-5f);
        assertThat(Circuits.ov(m, 1).toTensor().get(3).sub(ov).abs().max().item())
                .isLessThan(1e-5f);
    }
}
