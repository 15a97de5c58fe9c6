package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import practicum.model.ModelConfig;
import practicum.tensor.Tensor;
import practicum.train.NextToken;
import practicum.train.Objective;
import practicum.train.Recipe;
import practicum.world.language.LanguageWorld;
import practicum.world.language.LanguageWorld.Reading;
import practicum.zoo.Lesson;
import practicum.zoo.TransformerBody;

/** What is read when: the loss of a batch is that of the text that the curriculum says, and of no other. */
class CurriculumTest {
    private static final Recipe RECIPE = Recipe.of(1, 10, 2, 1e-3);

    private final LanguageWorld world = LanguageWorld.of(1);
    private final TransformerBody body = new LanguageShape(List.of(0), 8, 1, 1).body("tiny", world.vocabulary());
    private final Map<String, Tensor> parameters = body.initial(1);

    @ParameterizedTest
    @CsvSource({"0, NAMES", "2499, NAMES", "2500, KNOWLEDGE", "15999, KNOWLEDGE"})
    void namesComeFirst(int batch, Reading reading) {
        assertReads(new Curriculum(world).namesFirst().apply(body.config()), batch, reading);
    }

    @ParameterizedTest
    @CsvSource({"0, REPETITIONS", "1499, REPETITIONS", "1500, STORIES", "6099, STORIES", "6100, TASKS"})
    void repetitionsComeFirst(int batch, Reading reading) {
        assertReads(new Curriculum(world).repetitionsFirst().apply(body.config()), batch, reading);
    }

    private void assertReads(Lesson lesson, int batch, Reading reading) {
        Objective objective = lesson.objectives().apply(RECIPE);
        float loss = objective.loss(parameters, batch).toFloatArray()[0];
        List<Float> others = List.of(Reading.values()).stream()
                .filter(other -> other != reading)
                .map(other -> weighted(other).loss(parameters, batch).toFloatArray()[0])
                .toList();
        assertThat(weighted(reading).loss(parameters, batch).toFloatArray()[0]).isEqualTo(loss);
        assertThat(others).doesNotContain(loss);
    }

    private NextToken weighted(Reading reading) {
        ModelConfig config = body.config();
        NextToken text = new NextToken(config, world.stream(reading, Curriculum.CONTEXT), RECIPE);
        return text.weighted(
                switch (reading) {
                    case NAMES -> TokenWeights.ofValues(world.vocabulary(), 0.2);
                    case KNOWLEDGE, STORIES -> TokenWeights.ofNewNames(world.vocabulary(), 0.3);
                    case REPETITIONS -> TokenWeights.ofNewWords(0.1);
                    case TASKS -> TokenWeights.ofWhatFollows(world.vocabulary(), 0.2);
                });
    }
}
