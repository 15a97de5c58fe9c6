package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class FoldingTest {
    private static final Tokens TOKENS =
            Tokens.ofIds(new long[] {3, 14, 15, 92, 65, 35}, new long[] {8, 90, 9, 3, 2, 3});

    private static float distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item();
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void allStepsThatAFamilyAllowsGiveTheSameModel(String golden) {
        Transformer model = Goldens.model(golden);
        Folded folded = Folding.all(model);
        for (Certificate certificate : new Certificate[] {folded.certificate(TOKENS), folded.certificate()}) {
            assertThat(certificate.float64()).as(certificate.toString()).isLessThan(1e-9);
            assertThat(certificate.float32()).as(certificate.toString()).isLessThan(1e-3);
            assertThat(certificate.isExact()).isTrue();
        }
        assertThat(folded.original()).isSameAs(model);
        assertThat(folded.steps().size() + folded.refused().size()).isEqualTo(FoldingStep.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "neox-parallel", "phi"})
    void eachStepAloneGivesTheSameModel(String golden) {
        for (FoldingStep step : FoldingStep.values()) {
            Certificate certificate = Folding.steps(Goldens.model(golden), step).certificate(TOKENS);
            assertThat(certificate.isExact()).as(step + ": " + certificate).isTrue();
        }
    }

    /** Without this, a folding that does nothing would pass. */
    @Test
    void theStepsDoWhatTheySay() {
        Transformer model = Goldens.model("gpt2");
        Transformer norms = Folding.layerNorms(model).model();
        assertThat(distance(norms.ln1_w(1), Tensor.ones(model.config().dModel())))
                .isZero();
        assertThat(norms.ln2_b(2).abs().max().item()).isZero();
        assertThat(norms.lnFinal_b().abs().max().item()).isZero();
        assertThat(norms.config().tied()).isFalse();
        assertThat(distance(norms.W_Q(1, 2), model.ln1_w(1).unsqueeze(1).mul(model.W_Q(1, 2))))
                .isLessThan(1e-6f);

        assertThat(model.b_V(1, 2).abs().max().item()).isPositive();
        Transformer values = Folding.valueBiases(model).model();
        assertThat(values.b_V(1, 2).abs().max().item()).isZero();
        assertThat(values.b_Q(1, 2).abs().max().item()).isPositive();

        Run centred = Folding.centreWriting(model).model().run(TOKENS);
        assertThat(centred.get(Hook.residPost(2)).mean(-1).abs().max().item()).isLessThan(1e-5f);
        assertThat(model.run(TOKENS).get(Hook.residPost(2)).mean(-1).abs().max().item())
                .isGreaterThan(1e-3f);

        Run shifted = Folding.centreUnembed(model).model().run(TOKENS);
        assertThat(shifted.logits().mean(-1).abs().max().item()).isLessThan(1e-4f);
        assertThat(distance(shifted.logits(), model.run(TOKENS).logits())).isGreaterThan(1e-2f);
    }

    @Test
    void sharedKeysAndValuesFoldIntoEveryQuerysHead() {
        Transformer model = Goldens.model("qwen2");
        assertThat(model.config().nKvHeads()).isLessThan(model.config().nHeads());
        Folded folded = Folding.valueBiases(model);
        assertThat(model.b_V(0, 0).abs().max().item()).isPositive();
        assertThat(folded.model().b_O(0).abs().max().item()).isPositive();
        assertThat(folded.certificate(TOKENS).isExact()).isTrue();
    }

    /** The certificate can fail: a shift of all logits that is not admitted is found. */
    @Test
    void aFoldingThatSaysSomethingElseIsNotCertified() {
        Transformer model = Goldens.model("gpt2");
        Transformer shifted = Folding.centreUnembed(model).model();
        Certificate denied = new Folded(model, shifted, List.of(), Map.of()).certificate(TOKENS);
        Certificate admitted =
                new Folded(model, shifted, List.of(FoldingStep.CENTRE_UNEMBED), Map.of()).certificate(TOKENS);
        assertThat(denied.float32()).isGreaterThan(1e-2);
        assertThat(denied.isExact()).isFalse();
        assertThat(admitted.isExact()).isTrue();
    }

    @Test
    void whatAFamilyDoesNotAllowIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Folding.centreWriting(Goldens.model("llama-gqa-llama3")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("root mean square without centring");
        assertThatThrownBy(() -> Folding.centreUnembed(Goldens.model("gemma2"))).hasMessageContaining("capped");
        assertThatThrownBy(() -> Folding.layerNorms(Goldens.model("bert"))).hasMessageContaining("the stream itself");
        assertThat(Folding.all(Goldens.model("bert")).certificate(TOKENS).isExact())
                .isTrue();
        assertThat(Folding.all(Goldens.model("gemma2")).refused())
                .containsOnlyKeys(FoldingStep.CENTRE_WRITING, FoldingStep.CENTRE_UNEMBED);
    }

    @Test
    void normalisationsOfWhatIsWrittenStay() {
        Transformer model = Goldens.model("gemma2");
        Transformer folded = Folding.layerNorms(model).model();
        String post = "blocks.0.ln1_post.w";
        assertThat(distance(folded.weights().get(post), model.weights().get(post)))
                .isZero();
        assertThat(distance(folded.ln1_w(0), Tensor.ones(model.config().dModel())))
                .isZero();
    }
}
