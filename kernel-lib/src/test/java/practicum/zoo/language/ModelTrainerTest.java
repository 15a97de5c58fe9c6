package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.ModelSource;
import practicum.load.Models;
import practicum.tensor.Tensor;
import practicum.train.Training;
import practicum.train.TrainingException;
import practicum.zoo.ModelCard;
import practicum.zoo.ModelTrainer;
import practicum.zoo.TrainedModel;
import practicum.zoo.Zoo;

class ModelTrainerTest {
    /** Half a step of half precision, of numbers below 1. */
    private static final Offset<Float> HALF_PRECISION = Offset.offset(2.5e-4f);

    @TempDir
    Path folder;

    @Test
    void aPlanBecomesAFolderWithAModelAndItsCard() throws Exception {
        ModelCard card = new ModelTrainer<>(TinyPlan.of(4), folder).train();

        assertThat(folder)
                .isDirectoryNotContaining(file -> file.endsWith("unfinished"))
                .isDirectoryContaining(file -> file.endsWith("README.md"));
        assertThat(Models.load(folder).config().withName("world"))
                .isEqualTo(((practicum.zoo.TransformerBody) TinyPlan.of(4).body()).config());
        assertThat(Models.load(folder)
                        .tokenizer()
                        .tokens("Mary likes the park.")
                        .length())
                .isEqualTo(6);
        TrainedModel<?> model = new TrainedModel<>(TinyPlan.of(4), folder);
        assertThat(model.card()).isEqualTo(card);
        assertThatCode(model::requireUnchanged).doesNotThrowAnyException();
        assertThat(card.disagreements(model.measure())).isEmpty();

        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(model::requireUnchanged)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("have changed: the card gives the SHA-256 of model.safetensors as "
                        + card.sha256().get("model.safetensors"))
                .hasMessageContaining("./practicum model train world");
    }

    @Test
    void checkpointsOnTheWayShipBesideTheWeights() {
        ModelCard card = new ModelTrainer<>(TinyPlan.of(4), folder).train();
        assertThat(card.sha256())
                .containsOnlyKeys(
                        "model.safetensors", "checkpoints/step0.safetensors", "checkpoints/step2.safetensors");
        float[] before = weights("step0");
        assertThat(before)
                .containsExactly(embedding(TinyPlan.of(4).untrained().weights().byName()), HALF_PRECISION);
        assertThat(weights("step2")).isNotEqualTo(before);
        assertThatThrownBy(() -> weights("step3"))
                .hasMessageContaining("no checkpoint \"step3\"; it has [step0, step2].");
    }

    private float[] weights(String checkpoint) {
        return embedding(Models.load(ModelSource.of(folder.toString()).at(checkpoint))
                .weights()
                .byName());
    }

    private static float[] embedding(Map<String, Tensor> weights) {
        return weights.get("embed.W_E").toFloatArray();
    }

    @Test
    void aCardOfAnotherRecipeIsNotThePlans() {
        new ModelTrainer<>(TinyPlan.of(4), folder).train();
        assertThatThrownBy(new TrainedModel<>(TinyPlan.of(5), folder)::requireUnchanged)
                .hasMessageContaining("The card of world is of another recipe: it says {");
        assertThatThrownBy(TrainedModel.in(folder)::requireUnchanged)
                .hasMessageContaining("The card of world is of another shape");
    }

    @Test
    void anInterruptedTrainingIsNotOverwritten() throws Exception {
        interrupt();
        assertThatThrownBy(() -> new ModelTrainer<>(TinyPlan.of(6), folder).train())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "interrupted after 1 steps. Continue it with resume() (on the command line: --resume)");
    }

    @Test
    void aTrainingIsNotResumedWithAnotherPlan() throws Exception {
        interrupt();
        Files.writeString(folder.resolve("unfinished/plan.json"), "{}");
        assertThatThrownBy(() -> new ModelTrainer<>(TinyPlan.of(6), folder).resume())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("was begun with another plan");
    }

    @Test
    void thereMustBeSomethingToResume() {
        assertThatThrownBy(() -> new ModelTrainer<>(TinyPlan.of(6), folder).resume())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("There is nothing to resume in " + folder);
    }

    @Test
    void anUnknownPlanNamesTheKnown() {
        assertThatThrownBy(() -> Zoo.plan("wrold"))
                .hasMessageStartingWith("There is no plan for a model \"wrold\"; there is one for world, world-seed2,");
    }

    private void interrupt() throws Exception {
        Files.createDirectories(folder.resolve("unfinished"));
        Training training = TinyPlan.of(6).begin();
        training.step();
        training.checkpoint().write(folder.resolve("unfinished/checkpoint.safetensors"));
    }
}
