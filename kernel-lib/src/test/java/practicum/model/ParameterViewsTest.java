package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.tensor.Tensor;

class ParameterViewsTest {
    private static final int LAYER = 1;

    private final Transformer model = Goldens.model("gpt2");
    private final Run run = model.run("Mary gave a drink to", new Recording("everything", h -> true));

    private static float distance(Tensor a, Tensor b) {
        assertThat(a.shape()).isEqualTo(b.shape());
        return a.sub(b).abs().max().item();
    }

    @Test
    void headsReadTheStreamThroughTheirOwnMatricesAndBiases() {
        Tensor x = run.get(Hook.ln1Normalized(LAYER));
        for (int h = 0; h < model.config().nHeads(); h++) {
            Tensor q = x.matMul(model.W_Q(LAYER, h)).add(model.b_Q(LAYER, h));
            Tensor k = x.matMul(model.W_K(LAYER, h)).add(model.b_K(LAYER, h));
            Tensor v = x.matMul(model.W_V(LAYER, h)).add(model.b_V(LAYER, h));
            assertThat(distance(q, run.get(Hook.q(LAYER)).select(2, h))).isLessThan(1e-5f);
            assertThat(distance(k, run.get(Hook.k(LAYER)).select(2, h))).isLessThan(1e-5f);
            assertThat(distance(v, run.get(Hook.v(LAYER)).select(2, h))).isLessThan(1e-5f);
        }
    }

    @Test
    void attentionAddsItsHeadsAndItsBias() {
        Tensor sum = run.get(Hook.result(LAYER)).sum(2).add(model.b_O(LAYER));
        assertThat(distance(sum, run.get(Hook.attnOut(LAYER)))).isLessThan(1e-5f);
    }

    @Test
    void neuronsReadAndWriteWithTheirBiases() {
        Tensor pre =
                run.get(Hook.ln2Normalized(LAYER)).matMul(model.W_in(LAYER)).add(model.b_in(LAYER));
        assertThat(distance(pre, run.get(Hook.mlpPre(LAYER)))).isLessThan(1e-5f);
        Tensor out = run.get(Hook.mlpPost(LAYER)).matMul(model.W_out(LAYER)).add(model.b_out(LAYER));
        assertThat(distance(out, run.get(Hook.mlpOut(LAYER)))).isLessThan(1e-5f);
    }

    @Test
    void normalisationsScaleAndShift() {
        double epsilon = model.config().epsilon();
        Tensor before = run.get(Hook.residPre(LAYER)).layerNorm(model.ln1_w(LAYER), model.ln1_b(LAYER), epsilon);
        assertThat(distance(before, run.get(Hook.ln1Normalized(LAYER)))).isLessThan(1e-5f);
        Tensor between = run.get(Hook.residMid(LAYER)).layerNorm(model.ln2_w(LAYER), model.ln2_b(LAYER), epsilon);
        assertThat(distance(between, run.get(Hook.ln2Normalized(LAYER)))).isLessThan(1e-5f);
        Tensor last = run.get(Hook.residPost(model.config().nLayers() - 1));
        assertThat(distance(last.layerNorm(model.lnFinal_w(), model.lnFinal_b(), epsilon), model.lnFinal(last)))
                .isZero();
    }

    @Test
    void aHeadThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> model.b_Q(0, 99))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no head 99");
        assertThatThrownBy(() -> model.b_in(99))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no layer 99");
    }
}
