package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class StackedWeightsTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3"})
    void theStackHoldsEveryHeadsOwnMatrix(String name) {
        Transformer model = Goldens.model(name);
        assertThat(model.W_Q().axes()).containsExactly("layer", "head", "d_model", "d_head");
        assertThat(model.W_O().axes()).containsExactly("layer", "head", "d_head", "d_model");
        for (int l = 0; l < model.config().nLayers(); l++) {
            assertSame(model.W_in().get(l), model.W_in(l));
            assertSame(model.W_out().get(l), model.W_out(l));
            for (int h = 0; h < model.config().nHeads(); h++) {
                assertSame(model.W_Q().get(l, h), model.W_Q(l, h));
                assertSame(model.W_K().get(l, h), model.W_K(l, h));
                assertSame(model.W_V().get(l, h), model.W_V(l, h));
                assertSame(model.W_O().get(l, h), model.W_O(l, h));
            }
        }
    }

    private static void assertSame(Tensor stacked, Tensor single) {
        assertThat(stacked.shape()).isEqualTo(single.shape());
        assertThat(stacked.toFloatArray()).isEqualTo(single.toFloatArray());
    }

    @Test
    void theStreamBeforeABlockIsThatOfAWholeRun() {
        Transformer model = Goldens.model("gpt2");
        Tokens tokens = Tokens.ofIds(new long[] {4, 5, 6, 7}, new long[] {4, 5});
        Run run = model.run(tokens, Hook.z(0).head(1).ablate());
        int layers = model.config().nLayers();
        for (int l = 1; l <= layers; l++) {
            Tensor stream = model.streamBefore(l, tokens, Hook.z(0).head(1).ablate());
            Tensor expected = run.get(l == layers ? Hook.residPost(l - 1) : Hook.residPre(l));
            // What stands at padding means nothing.
            assertThat(stream.sub(expected).get(0).abs().max().item()).isLessThan(1e-4f);
            assertThat(stream.sub(expected).get(1).narrow(0, 2, 4).abs().max().item())
                    .isLessThan(1e-4f);
        }
        assertThatThrownBy(() -> model.streamBefore(1, tokens, Hook.z(1).ablate()))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("never fired");
        assertThatThrownBy(() -> model.streamBefore(layers + 1, tokens))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("the stream after the last");
    }

    @Test
    void aTokensRankIsItsPlaceInTheTable() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run("Mary gave a drink to");
        List<String> ranked =
                run.top(model.config().dVocab()).stringColumn("token").asList();
        List<String> letters =
                ranked.stream().filter(t -> t.matches("[a-zA-Z]")).toList();
        assertThat(letters).hasSizeGreaterThan(10);
        for (String letter : letters) {
            assertThat(run.rank(letter)).isEqualTo(ranked.indexOf(letter) + 1);
        }
    }

    @Test
    void aMetricNamesTokensAsTheyAreWritten() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run("Mary gave a drink to");
        float difference = Metric.logitDiff(model, "a", "b").of(run).item();
        assertThat((double) difference).isCloseTo(run.logit("a") - run.logit("b"), within(1e-5));
    }
}
