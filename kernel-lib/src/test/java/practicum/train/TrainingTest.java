package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.TextStream;
import practicum.world.language.LanguageWorld;
import practicum.world.language.LanguageWorld.Reading;
import practicum.zoo.ModelPlan;
import practicum.zoo.language.TinyPlan;

class TrainingTest {
    @Test
    void theSamePlanGivesTheSameWeightsBitForBit() {
        assertSame(steps(TinyPlan.of(8).begin(), 8), steps(TinyPlan.of(8).begin(), 8));
    }

    /** Logits that are products of a normalised state and random embeddings are normal, and cost half their variance. */
    @Test
    void theLossFallsFromThatOfARandomGuess() {
        ModelPlan<Transformer> plan = TinyPlan.of(80);
        Training training = steps(plan.begin(), 80);
        double uniform = Math.log(plan.untrained().config().dVocab());
        double spread = Math.pow(10 * 0.02, 2) * plan.untrained().config().dModel();
        assertThat((double) training.curve().losses().get(0)).isCloseTo(uniform + spread / 2, within(0.1));
        assertThat(training.recentLoss(10)).isLessThan(uniform - 0.5);
        assertThat(training.isFinished()).isTrue();
    }

    @Test
    void theLossIsTheModelsOwn() {
        ModelPlan<Transformer> plan = TinyPlan.of(1);
        Map<String, Tensor> parameters = plan.begin().parameters();
        TextStream text = LanguageWorld.of(3).stream(Reading.KNOWLEDGE, 64);
        Transformer model = plan.model(parameters);
        Tokens batch =
                Tokens.ofIds(text.batch(plan.recipe().batch(), plan.recipe().seed() * 1_000_003));
        double loss = model.run(batch, Recording.none()).loss();
        Tensor trained = new NextToken(model.config(), text, plan.recipe()).loss(parameters, 0);
        assertThat((double) trained.toFloatArray()[0]).isCloseTo(loss, within(1e-5));
    }

    @Test
    void wordsThatCountLessCountLessInTheMean() {
        ModelPlan<Transformer> plan = TinyPlan.of(1);
        Map<String, Tensor> parameters = plan.begin().parameters();
        TextStream text = LanguageWorld.of(3).stream(Reading.KNOWLEDGE, 64);
        Transformer model = plan.model(parameters);
        long[][] ids = text.batch(plan.recipe().batch(), plan.recipe().seed() * 1_000_003);
        Tensor logs = model.run(Tokens.ofIds(ids), Recording.none()).logits().logSoftmax(-1);
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < ids.length; row++) {
            float[][] predictions = logs.get(row).toMatrix();
            for (int i = 1; i < ids[row].length; i++) {
                double weight = weight(ids[row][i]);
                sum -= weight * predictions[i - 1][(int) ids[row][i]];
                weights += weight;
            }
        }
        Tensor trained = new NextToken(model.config(), text, plan.recipe())
                .weighted(row -> {
                    float[] all = new float[row.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = (float) weight(row[i]);
                    }
                    return all;
                })
                .loss(parameters, 0);
        assertThat((double) trained.toFloatArray()[0]).isCloseTo(sum / weights, within(1e-5));
    }

    private static double weight(long id) {
        return id % 3 == 0 ? 0.25 : 1;
    }

    @Test
    void aLossThatIsNoNumberStopsTheTraining() {
        Objective broken = (parameters, step) ->
                parameters.get("x").mul(0).sum().log().neg().mul(0);
        Training training = Training.begin(TinyPlan.of(3).recipe(), broken, Map.of("x", Tensor.of(1.0)));
        assertThatThrownBy(training::step)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The loss of step 0 is NaN. Lower the learning rate");
    }

    private static Training steps(Training training, int count) {
        for (int i = 0; i < count; i++) {
            training.step();
        }
        return training;
    }

    private static void assertSame(Training one, Training other) {
        assertThat(one.curve().losses()).isEqualTo(other.curve().losses());
        Consumer<String> same = name -> assertThat(one.parameters().get(name).toFloatArray())
                .as(name)
                .isEqualTo(other.parameters().get(name).toFloatArray());
        one.parameters().keySet().forEach(same);
    }
}
