package practicum.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.load.Models;
import practicum.method.HeadDetectors;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.language.LanguageWorld;
import practicum.world.sequence.ChainWorld;

/** Every shipped model is what its card says. */
class ShippedModelsTest {
    static List<String> shipped() {
        return Models.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyNumberOfTheCardIsMeasuredAgainFromTheWeights(String name) {
        TrainedModel<?> model = TrainedModel.shipped(name);
        List<Measurement> measured = model.measure();
        assertThat(model.card().disagreements(measured)).isEmpty();
        assertThat(measured)
                .extracting(Measurement::name)
                .containsExactlyElementsOf(
                        model.card().phenomena().stream().map(Measurement::name).toList());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theWeightsAndThePlanAreTheCards(String name) {
        assertThatCode(TrainedModel.shipped(name)::requireUnchanged).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theReadersCardSaysWhatTheCardSays(String name) throws IOException {
        TrainedModel<?> model = TrainedModel.shipped(name);
        assertThat(Models.folder(name).resolve("README.md")).hasContent(CardText.of(model.card(), model.plan()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyPhenomenonStandsClearOfItsControl(String name) {
        assertThat(TrainedModel.shipped(name).card().phenomena()).allSatisfy(m -> assertThat(m.value())
                .as(m.toString())
                .isGreaterThan(m.control() + Math.max(0.1, 3 * m.tolerance())));
    }

    @Test
    void everyModelHasItsPlan() {
        assertThat(Zoo.names()).containsAll(Models.SHIPPED);
    }

    @Test
    void oneLayerOfAttentionDoesNotLearnInductionAndTwoDo() {
        List<String> syllables = ChainWorld.of(1).syllables();
        double one = HeadDetectors.of(Models.load("induction-1-layer"), 8, 20, 5)
                .withWords(syllables)
                .induction()
                .best()
                .score();
        double two = HeadDetectors.of(Models.load("induction"), 8, 20, 5)
                .withWords(syllables)
                .induction()
                .best()
                .score();
        assertThat(one).isLessThan(0.2);
        assertThat(two).isGreaterThan(0.8);
    }

    @Test
    void allModelsTogetherFitIntoFortyMegabytes() throws IOException {
        long bytes = 0;
        for (String name : Models.SHIPPED) {
            try (Stream<Path> files = Files.walk(Models.folder(name))) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            }
        }
        assertThat(bytes).isLessThan(40_000_000);
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
        List<Prompt> prompts = LanguageWorld.of(1)
                .facts()
                .prompts(Split.TRAIN, Seeds.random(1))
                .subList(0, 3);
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
                .hasMessage(
                        "No model \"wrold\" ships with Practicum; there is " + String.join(", ", Models.SHIPPED) + ".");
    }
}
