package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class GenerationEndTest {
    private static final String PROMPT = "Mary gave a drink to";

    private final Transformer model = Goldens.model("gpt2");
    private final int end = Math.toIntExact(model.tokenizer().eosId().orElseThrow());

    /** A change after which the model says nothing but one token. */
    private Intervention alwaysSays(int token) {
        Tensor direction = model.W_U().t().get(token);
        return Hook.lnFinalNormalized().set(direction.mul(1000));
    }

    @Test
    void textEndsWhereTheModelEndsIt() {
        Tokens prompt = model.tokens(PROMPT);
        String said = model.generate(PROMPT, 5, alwaysSays(end));
        assertThat(said).isEqualTo(model.tokenizer().decode(prompt.row(0)));

        int other = end + 20;
        String more = model.generate(PROMPT, 5, alwaysSays(other));
        assertThat(model.tokenizer().encode(more)).hasSize(prompt.length() + 5).endsWith(other, other);
    }

    private Tokens continued(Transformer of, Tokens prompt, Intervention... changes) {
        return of.generate(prompt, 5, Sampling.greedy(), token -> {}, changes);
    }

    @Test
    void tokensEndThereToo() {
        Tokens prompt = model.tokens(PROMPT);
        assertThat(continued(model, prompt, alwaysSays(end)).row(0))
                .hasSize(prompt.length() + 1)
                .endsWith(end);
    }

    @Test
    void aModelWithoutEndsGoesOnForAsLongAsIsAsked() {
        Tokens prompt = model.tokens(PROMPT);
        assertThat(continued(model.endingAt(), prompt, alwaysSays(end)).row(0))
                .hasSize(prompt.length() + 5)
                .endsWith(end, end, end, end, end);
        assertThat(model.endingAt().generate(PROMPT, 5, alwaysSays(end)))
                .isEqualTo(model.generate(PROMPT, 1, alwaysSays(end)));
    }

    @Test
    void anyOfSeveralEnds() {
        Transformer several = model.endingAt(7, 9);
        Tokens prompt = model.tokens(PROMPT);
        for (int token : new int[] {7, 9}) {
            assertThat(continued(several, prompt, alwaysSays(token)).row(0)).hasSize(prompt.length() + 1);
        }
        assertThat(continued(several, prompt, alwaysSays(end)).row(0)).hasSize(prompt.length() + 5);
        assertThatThrownBy(() -> model.endingAt(-1)).hasMessageContaining("no token -1");
    }

    @Test
    void aRowThatEndedRepeatsItsEndUntilAllHave() {
        Tokens prompts = Tokens.ofIds(new long[] {3, 4, 5}, new long[] {3, 4, 6});
        Tensor rows = Tensor.concat(
                        0, List.of(model.W_U().t().get(7), model.W_U().t().get(8)))
                .reshape(2, 1, -1)
                .mul(1000);
        Intervention each = Hook.lnFinalNormalized().edit(x -> x.mul(0).add(rows));
        Tokens said = continued(model.endingAt(7), prompts, each);
        assertThat(said.row(0)).endsWith(7, 7, 7, 7, 7);
        assertThat(said.row(1)).endsWith(8, 8, 8, 8, 8);
        assertThat(continued(model.endingAt(7, 8), prompts, each).length()).isEqualTo(4);

        // A row that has ended says its end again, whatever the model would say.
        int[] steps = {0};
        Intervention changing = Hook.lnFinalNormalized().edit(x -> x.mul(0)
                .add(model.W_U().t().get(steps[0]++ == 0 ? 7 : 9).mul(1000)));
        Intervention second = Hook.lnFinalNormalized().row(1).edit(x -> x.mul(0)
                .add(model.W_U().t().get(8).mul(1000)));
        Tokens mixed = continued(model.endingAt(7), prompts, changing, second);
        assertThat(mixed.row(0)).endsWith(7, 7, 7, 7, 7);
        assertThat(mixed.row(1)).endsWith(8, 8, 8, 8, 8);
    }

    @Test
    void scoresThatAreNoNumbersChooseNoToken() {
        Map<String, Tensor> weights = new HashMap<>(model.weights().byName());
        weights.put("ln_final.w", Tensor.ones(model.config().dModel()).mul(Double.NaN));
        Transformer broken = model.with(model.config(), Weights.of(model.config(), weights));
        assertThatThrownBy(() -> broken.generate(PROMPT, 2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no finite numbers in row 0");
        Run run = broken.run(PROMPT);
        assertThatThrownBy(() -> run.top(3)).isInstanceOf(ModelException.class).hasMessageContaining("rank no tokens");
        String token = model.label(5);
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> run.rank(token), () -> run.prob(token), () -> run.logit(token), run::loss)) {
            assertThatThrownBy(reading).isInstanceOf(ModelException.class).hasMessageContaining("NaN or infinite");
        }
        assertThatThrownBy(() -> Metric.logit(3).of(run))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("\"logit\" is no finite number but [NaN]");
        assertThatThrownBy(() -> broken.gradients(PROMPT, Metric.logit(3), Hook.z(0)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no finite number");
    }
}
