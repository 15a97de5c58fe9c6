package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.grammar.GrammarWorld;
import practicum.world.grammar.MaskedBatch;
import practicum.world.grammar.MaskedText;

class MaskedTokensTest {
    private static final GrammarWorld WORLD = GrammarWorld.of(1);
    private static final MaskedText TEXT = WORLD.maskedText(16);
    private static final Recipe RECIPE = Recipe.of(3, 60, 8, 3e-3);

    private static ModelConfig config(boolean causal) {
        var shape =
                ModelConfig.shape("tiny", 1, 16, 2, 16, WORLD.maskedVocabulary().size(), 16);
        return (causal ? shape : shape.bidirectional()).build();
    }

    /** The mean over hidden tokens of the log-probability, token by token. */
    @Test
    void theLossIsOfTheHiddenTokensAlone() {
        ModelConfig config = config(false);
        Map<String, Tensor> parameters = InitialWeights.of(config, 1);
        MaskedBatch batch = TEXT.batch(8, 2L * 1_000_003 + 1 + 5);
        Transformer model = new Transformer(config, Weights.of(config, parameters), null);
        double sum = 0;
        int count = 0;
        for (int row = 0; row < 8; row++) {
            Tensor logits = model.logits(Tokens.ofIds(batch.ids()[row])).logSoftmax(-1);
            for (int i = 0; i < 16; i++) {
                if (batch.targets()[row][i] >= 0) {
                    sum -= logits.item(0, i, (int) batch.targets()[row][i]);
                    count++;
                }
            }
        }
        double loss = new MaskedTokens(config, TEXT, RECIPE).loss(parameters, 5).item();
        assertThat(count).isPositive();
        assertThat(loss).isCloseTo(sum / count, within(1e-4));
    }

    @Test
    void trainingMakesItSmall() {
        ModelConfig config = config(false);
        Trained trained =
                Trainer.of(RECIPE, new MaskedTokens(config, TEXT, RECIPE)).run(InitialWeights.of(config, 1));
        double uniform = Math.log(config.dVocab());
        assertThat((double) trained.curve().losses().get(0)).isCloseTo(uniform, within(0.2));
        assertThat(trained.curve().last(10)).isLessThan(uniform - 0.5);
    }

    @Test
    void aModelThatReadsFromLeftToRightIsRefused() {
        assertThatThrownBy(() -> new MaskedTokens(config(true), TEXT, RECIPE))
                .hasMessage("\"tiny\" reads from left to right, so it cannot use what stands behind a hidden token."
                        + " Make its shape bidirectional(), or train it with NextToken.");
    }
}
