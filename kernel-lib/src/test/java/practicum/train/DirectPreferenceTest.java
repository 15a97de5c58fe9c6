package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class DirectPreferenceTest {
    private static final ModelConfig CONFIG =
            ModelConfig.shape("tiny", 1, 8, 2, 16, 11, 12).build();
    private static final List<Preference> TWO = List.of(
            new Preference(new long[] {1, 4, 5}, new long[] {6, 7}, new long[] {8}),
            new Preference(new long[] {1, 9}, new long[] {10}, new long[] {3, 2, 6}));
    private static final Recipe RECIPE = Recipe.of(1, 60, 2, 1e-2);

    private final Map<String, Tensor> before = scaled(1);

    private static Map<String, Tensor> scaled(long seed) {
        Map<String, Tensor> weights = InitialWeights.of(CONFIG, seed);
        weights.replaceAll((name, w) -> w.shape().length > 1 ? w.mul(20) : w);
        return weights;
    }

    /** −log σ(0) = log 2, whatever the model. */
    @Test
    void theModelThatTrainingBeginsWithHasTheLossOfACoin() {
        Objective objective = new DirectPreference(CONFIG, before, TWO, 0.3, RECIPE);
        assertThat((double) objective.loss(before, 0).item()).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void theLossIsTheFormulaOnProbabilitiesOfSingleTexts() {
        Map<String, Tensor> after = scaled(2);
        double beta = 0.3;
        double sum = 0;
        for (Preference p : TWO) {
            double m = logProb(after, p.prompt(), p.wanted()) - logProb(after, p.prompt(), p.unwanted());
            double m0 = logProb(before, p.prompt(), p.wanted()) - logProb(before, p.prompt(), p.unwanted());
            sum += Math.log1p(Math.exp(-beta * (m - m0)));
        }
        Objective objective = new DirectPreference(CONFIG, before, TWO, beta, RECIPE);
        assertThat((double) objective.loss(after, 0).item()).isCloseTo(sum / 2, within(1e-5));
    }

    /** Token by token, one text at a time, without padding. */
    private static double logProb(Map<String, Tensor> weights, long[] prompt, long[] words) {
        long[] ids = new long[prompt.length + words.length];
        System.arraycopy(prompt, 0, ids, 0, prompt.length);
        System.arraycopy(words, 0, ids, prompt.length, words.length);
        Transformer model = new Transformer(CONFIG, Weights.of(CONFIG, weights), null);
        float[][] logs = model.logits(Tokens.ofIds(ids)).get(0).logSoftmax(-1).toMatrix();
        double sum = 0;
        for (int i = prompt.length; i < ids.length; i++) {
            sum += logs[i - 1][(int) ids[i]];
        }
        return sum;
    }

    @Test
    void trainingMakesTheWantedLikelier() {
        Training training = Training.begin(RECIPE, new DirectPreference(CONFIG, before, TWO, 0.3, RECIPE), before);
        while (!training.isFinished()) {
            training.step();
        }
        try (GradMode off = GradMode.off()) {
            for (Preference p : TWO) {
                Map<String, Tensor> after = training.parameters();
                double gained = logProb(after, p.prompt(), p.wanted()) - logProb(after, p.prompt(), p.unwanted());
                double had = logProb(before, p.prompt(), p.wanted()) - logProb(before, p.prompt(), p.unwanted());
                assertThat(gained).isGreaterThan(had + 1);
            }
        }
    }

    @Test
    void wrongInputSaysWhatIsWanted() {
        assertThatThrownBy(() -> new DirectPreference(CONFIG, before, TWO, 0, RECIPE))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> new Preference(new long[] {1}, new long[0], new long[] {2}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("a token or more");
        assertThatThrownBy(() -> new DirectPreference(CONFIG, before, TWO.subList(0, 1), 1, RECIPE))
                .hasMessageContaining("cannot be drawn from 1");
    }
}
