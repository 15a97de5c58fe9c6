package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class DecompositionTest {
    private static final Tokens TOKENS =
            Tokens.ofIds(new long[] {3, 14, 15, 92, 65, 35}, new long[] {8, 90, 9, 3, 2, 3});

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        float reach = Math.max(1, expected.abs().max().item());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(2e-5f * reach);
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void partsSumToTheStreamInEveryFamily(String golden) {
        Run run = Goldens.model(golden).run(TOKENS);
        int layers = run.model().config().nLayers();
        Tensor last = run.get(Hook.residPost(layers - 1));
        assertClose(Decomposition.components(run).sum(), last);
        assertClose(Decomposition.heads(run).sum(), last);
        assertClose(Decomposition.neurons(run, 1).sum(), last);
        for (int l = 0; l < layers; l++) {
            assertClose(Decomposition.components(run, l).sum(), run.get(Hook.residPre(l)));
            assertClose(Decomposition.heads(run, l).sum(), run.get(Hook.residPre(l)));
        }
        assertThat(Decomposition.components(run).labels()).doesNotContain("interventions");
    }

    /** With the scale held at the run's, what the parts become sums to what the normalisation made. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "neox-parallel", "llama-gqa-llama3", "gemma2", "phi"})
    void normalisedPartsSumToTheNormalisedStream(String golden) {
        Run run = Goldens.model(golden).run(TOKENS);
        assertClose(Decomposition.heads(run).applyLn().sum(), run.get(Hook.lnFinalNormalized()));
        assertClose(Decomposition.components(run).applyLn().sum(), run.get(Hook.lnFinalNormalized()));
        assertClose(Decomposition.components(run, 1).applyLn().sum(), run.get(Hook.ln1Normalized(1)));
        assertThatThrownBy(() -> Decomposition.heads(run).applyLn().applyLn()).hasMessageContaining("has been through");
    }

    /** What a head wrote is what is missing when it writes nothing, in the layer itself. */
    @Test
    void aHeadsPartIsWhatAblatingItTakesAway() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run(TOKENS);
        Run without = model.run(TOKENS, Recording.all(), Hook.z(1).head(2).ablate());
        Tensor written = run.get(Hook.attnOut(1)).sub(without.get(Hook.attnOut(1)));
        assertClose(Decomposition.heads(run).get("L1H2"), written);
    }

    @Test
    void aNeuronsPartIsItsActivityTimesItsOutput() {
        Run run = Goldens.model("gpt2").run(TOKENS);
        Tensor expected = run.get(Hook.mlpPost(2))
                .select(2, 5)
                .unsqueeze(2)
                .mul(run.model().W_out(2).get(5));
        assertClose(Decomposition.neurons(run, 2).get("L2N5"), expected);
    }

    @Test
    void headsAreTheResultsThatTheModelComputesOnRequest() {
        Run run = Goldens.model("gpt2").run(TOKENS, new Recording("everything", h -> true));
        Run plain = Goldens.model("gpt2").run(TOKENS);
        assertClose(
                Decomposition.heads(run).get("L0H3"), run.get(Hook.result(0)).select(2, 3));
        assertClose(
                Decomposition.heads(plain).get("L0H3"), run.get(Hook.result(0)).select(2, 3));
    }

    @Test
    void aModelOfAttentionOnlyIsItsHeads() {
        Run run = InductionModel.build().run(Tokens.ofIds(new long[] {4, 7, 2, 9, 5, 7}));
        ResidualStack heads = Decomposition.heads(run);
        assertThat(heads.labels()).containsExactly("embed", "pos_embed", "L0H0", "L0H1", "L1H0", "L1H1");
        assertClose(heads.sum(), run.get(Hook.residPost(1)));
        assertThatThrownBy(() -> Decomposition.neurons(run, 0)).hasMessageContaining("none at all");
    }

    @Test
    void labelsAreTransformerLenss() {
        Run run = Goldens.model("gpt2").run(TOKENS);
        assertThat(Decomposition.components(run, 1).labels())
                .containsExactly("embed", "pos_embed", "0_attn_out", "0_mlp_out");
        assertThat(Decomposition.heads(run, 1).labels()).contains("embed", "L0H0", "L0H3", "0_attn_bias", "0_mlp_out");
        assertThat(Decomposition.accumulated(run).labels())
                .containsExactly("0_pre", "0_mid", "1_pre", "1_mid", "2_pre", "2_mid", "final_post");
        assertClose(Decomposition.accumulated(run).get("1_mid"), run.get(Hook.residMid(1)));
        assertThat(Decomposition.components(run)
                        .where(l -> l.endsWith("mlp_out"))
                        .labels())
                .containsExactly("0_mlp_out", "1_mlp_out", "2_mlp_out");
        assertThatThrownBy(() -> Decomposition.heads(run).get("L7H7")).hasMessageContaining("no part \"L7H7\"");
    }

    @Test
    void whatAnInterventionPutIntoTheStreamIsAPartOfItsOwn() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run(
                TOKENS, Hook.residPre(1).add(Tensor.ones(model.config().dModel())));
        ResidualStack parts = Decomposition.components(run);
        assertThat(parts.labels()).contains("interventions");
        assertClose(parts.get("interventions"), Tensor.ones(parts.get("embed").shape()));
        assertClose(parts.sum(), run.get(Hook.residPost(2)));
        Run ablated = model.run(TOKENS, Hook.z(1).head(0).ablate());
        assertThat(Decomposition.heads(ablated).labels()).doesNotContain("interventions");
    }

    @Test
    void aStreamThatIsNormalisedItselfCannotBeDecomposed() {
        Run run = Goldens.model("bert").run(TOKENS);
        assertThatThrownBy(() -> Decomposition.components(run))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("not a sum");
    }

    @Test
    void whatWasNotRecordedAndWhatDoesNotExistAreErrors() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run(TOKENS);
        Run bare = model.run(TOKENS, Recording.of(HookPoint.RESID_PRE));
        assertThatThrownBy(() -> Decomposition.components(bare)).hasMessageContaining("was not recorded");
        assertThatThrownBy(() -> Decomposition.components(run, 4)).hasMessageContaining("layers 0–2");
        assertThatThrownBy(() -> Decomposition.neurons(run, 3)).hasMessageContaining("no MLP in layer 3");
    }
}
