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
import practicum.world.LanguageWorld;
import practicum.zoo.ModelPlan;
import practicum.zoo.language.TinyPlan;

class TrainingTest {
    @Test
    void theSamePlanGivesTheSameWeightsBitForBit() {
        assertSame(steps(TinyPlan.of(8).begin(), 8), steps(TinyPlan.of(8).begin(), 8));
    }

    @Test
    void theLossFallsFromThatOfAUniformGuess() {
        ModelPlan<Transformer> plan = TinyPlan.of(80);
        Training training = steps(plan.begin(), 80);
        double uniform = Math.log(plan.untrained().config().dVocab());
        assertThat((double) training.curve().losses().get(0)).isCloseTo(uniform, within(0.1));
        assertThat(training.recentLoss(10)).isLessThan(uniform - 0.5);
        assertThat(training.isFinished()).isTrue();
    }

    @Test
    void theLossIsTheModelsOwn() {
        ModelPlan<Transformer> plan = TinyPlan.of(1);
        Training training = plan.begin();
        Transformer model = plan.model(training.parameters());
        Tokens batch = Tokens.ofIds(LanguageWorld.of(3).stream(24)
                .batch(plan.recipe().batch(), plan.recipe().seed() * 1_000_003));
        double loss = model.run(batch, Recording.none()).loss();
        assertThat((double) training.step()).isCloseTo(loss, within(1e-5));
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
