package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void tokensGoOnForAsLongAsIsAsked() {
        Tokens prompt = model.tokens(PROMPT);
        Tokens said = model.generate(prompt, 5, Sampling.greedy(), token -> {}, alwaysSays(end));
        assertThat(said.row(0)).hasSize(prompt.length() + 5).endsWith(end, end, end, end, end);
    }
}
