package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class LogitLensTest {
    private static final String PROMPT = "Mary gave a drink to";
    private final Transformer model = Goldens.model("gpt2");
    private final Run run = model.run(PROMPT);
    private final LensReading lens = LogitLens.of(run);

    /** Stopping after a layer is the same as silencing every block behind it. */
    @Test
    void aRowEqualsAModelWhoseLaterBlocksAddNothing() {
        for (int layer = 0; layer < 3; layer++) {
            List<Intervention> silence = new ArrayList<>();
            for (int l = layer; l < 3; l++) {
                silence.add(Hook.attnOut(l).ablate());
                silence.add(Hook.mlpOut(l).ablate());
            }
            Tensor expected = model.run(PROMPT, silence.toArray(Intervention[]::new))
                    .logits()
                    .get(0);
            assertThat(lens.logits().get(layer).sub(expected).abs().max().item())
                    .isLessThan(1e-4f);
        }
        assertThat(lens.logits().get(-1).sub(run.logits().get(0)).abs().max().item())
                .isLessThan(1e-4f);
    }

    @Test
    void theDivergenceIsPositiveAndEndsAtZero() {
        Tensor kl = lens.klToFinal();
        assertThat(kl.get(-1).abs().max().item()).isLessThan(1e-6f);
        assertThat(kl.get(0).min().item()).isPositive();
        float[] p = lens.probs().get(3, 2).toFloatArray();
        float[] q = lens.probs().get(1, 2).toFloatArray();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * Math.log(p[i] / q[i]);
        }
        assertThat((double) kl.item(1, 2)).isCloseTo(sum, within(1e-4));
    }

    @Test
    void thePictureNamesEveryLayerAndToken() {
        assertThat(lens.plot().text()).contains("embedding", "after 0", "after 2");
        assertThat(lens.tokens()).hasSize(4).allSatisfy(row -> assertThat(row)
                .hasSize(run.tokens().length()));
    }

    @Test
    void aPromptOfABatchIsReadAsItIsAlone() {
        Run batch = model.run(model.tokenizer().tokens("When Mary and John went to the store, John", PROMPT));
        LensReading alone = LogitLens.of(batch, 1);
        assertThat(batch.tokens().padding(1)).isPositive();
        assertThat(alone.logits().sub(lens.logits()).abs().max().item()).isLessThan(1e-4f);
        assertThat(alone.plot().text()).isEqualTo(lens.plot().text());
        assertThatThrownBy(() -> LogitLens.of(batch)).hasMessageContaining("this run has 2");
        assertThatThrownBy(() -> LogitLens.of(batch, 2)).hasMessageContaining("prompts 0–1");
    }

    @Test
    void theLastRowIsTheOutputAlsoWhereTheStreamIsNormalised() {
        Transformer bert = Goldens.model("bert");
        Run masked = bert.run(Tokens.ofIds(new long[] {2, 7, 9, 3}));
        Tensor last = LogitLens.of(masked).logits().get(-1);
        assertThat(last.sub(masked.logits().get(0)).abs().max().item()).isLessThan(1e-5f);
    }

    @Test
    void itNeedsTheStream() {
        Run bare = model.run(PROMPT, Recording.none());
        assertThatThrownBy(() -> LogitLens.of(bare)).hasMessageContaining("hook_resid_pre");
    }
}
