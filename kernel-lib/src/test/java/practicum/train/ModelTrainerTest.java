package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.Models;

class ModelTrainerTest {
    @TempDir
    Path folder;

    @Test
    void aPlanBecomesAFolderWithAModelAndItsCard() throws Exception {
        ModelCard card = new ModelTrainer(TinyPlan.of(4), folder).train();

        assertThat(folder)
                .isDirectoryNotContaining(file -> file.endsWith("unfinished"))
                .isDirectoryContaining(file -> file.endsWith("README.md"));
        assertThat(Models.load(folder).config().withName("tiny"))
                .isEqualTo(TinyPlan.of(4).config());
        assertThat(Models.load(folder)
                        .tokenizer()
                        .tokens("Mary likes the park.")
                        .length())
                .isEqualTo(6);
        TrainedModel model = TrainedModel.in(folder);
        assertThat(model.card()).isEqualTo(card);
        assertThatCode(model::requireUnchanged).doesNotThrowAnyException();
        assertThat(card.disagreements(model.measure())).isEmpty();

        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(model::requireUnchanged)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("have changed: the card gives their SHA-256 as " + card.sha256())
                .hasMessageContaining("./practicum model train tiny");
    }

    @Test
    void anInterruptedTrainingIsNotOverwritten() throws Exception {
        interrupt();
        assertThatThrownBy(() -> new ModelTrainer(TinyPlan.of(6), folder).train())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(
                        "interrupted after 1 steps. Continue it with resume() (on the command line: --resume)");
    }

    @Test
    void aTrainingIsNotResumedWithAnotherPlan() throws Exception {
        interrupt();
        Files.writeString(folder.resolve("unfinished/plan.json"), "{}");
        assertThatThrownBy(() -> new ModelTrainer(TinyPlan.of(6), folder).resume())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("was begun with another plan");
    }

    @Test
    void thereMustBeSomethingToResume() {
        assertThatThrownBy(() -> new ModelTrainer(TinyPlan.of(6), folder).resume())
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("There is nothing to resume in " + folder);
    }

    @Test
    void anUnknownPlanNamesTheKnown() {
        assertThatThrownBy(() -> ModelPlan.named("wrold"))
                .hasMessage("There is no plan for a model \"wrold\"; there is one for world.");
    }

    private void interrupt() throws Exception {
        Files.createDirectories(folder.resolve("unfinished"));
        Training training = TinyPlan.of(6).begin();
        training.step();
        training.checkpoint().write(folder.resolve("unfinished/checkpoint.safetensors"));
    }
}
