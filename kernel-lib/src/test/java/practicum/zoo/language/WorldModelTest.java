package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.load.Models;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.world.LanguageWorld;
import practicum.world.Prompt;
import practicum.zoo.Answering;
import practicum.zoo.Measurement;
import practicum.zoo.TrainedModel;

/** The shipped model is what its card says. */
class WorldModelTest {
    private final TrainedModel<?> shipped = TrainedModel.shipped("world");

    @Test
    void everyNumberOfTheCardIsMeasuredAgainFromTheWeights() {
        List<Measurement> measured = shipped.measure();
        assertThat(shipped.card().disagreements(measured)).isEmpty();
        assertThat(measured)
                .extracting(Measurement::name)
                .containsExactlyElementsOf(shipped.card().phenomena().stream()
                        .map(Measurement::name)
                        .toList());
    }

    @Test
    void theWeightsAndThePlanAreTheCards() {
        assertThatCode(shipped::requireUnchanged).doesNotThrowAnyException();
    }

    @Test
    void everyPhenomenonStandsClearOfItsControl() {
        assertThat(shipped.card().phenomena())
                .allSatisfy(m -> assertThat(m.value()).as(m.toString()).isGreaterThan(m.control() + 0.2));
    }

    @Test
    void theTokenizerKnowsTheWorldsWords() {
        assertThat(Models.load("world").tokenizer().words())
                .isEqualTo(LanguageWorld.of(LanguageWorld.SHIPPED_SEED)
                        .vocabulary()
                        .tokens());
    }

    @Test
    void answersAreWhatARunSays() {
        Transformer model = Models.load("world");
        List<Prompt> prompts = LanguageWorld.of(1).places(1).subList(0, 3);
        Answering together = Answering.of(model, prompts);
        for (int i = 0; i < prompts.size(); i++) {
            Prompt prompt = prompts.get(i);
            Run alone = model.run(prompt.text());
            Answering.Answer answer = together.answers().get(i);
            assertThat(answer.logitDiff())
                    .isCloseTo(
                            alone.logitDiff(prompt.answer(), prompt.foil()), org.assertj.core.data.Offset.offset(1e-3));
            assertThat(answer.top()).isEqualTo(alone.top(1).row(0).getString("token"));
        }
    }

    @Test
    void anUnknownModelNamesTheKnown() {
        assertThatThrownBy(() -> TrainedModel.shipped("wrold"))
                .hasMessage("No model \"wrold\" ships with Practicum; there is world.");
    }
}
