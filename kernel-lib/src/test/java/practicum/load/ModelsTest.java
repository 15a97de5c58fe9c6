package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.hub.FakeHub;
import practicum.hub.HubSettings;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class ModelsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/goldens/gpt2");
    private static final List<String> FILES =
            List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json");

    @TempDir
    private Path temporary;

    private FakeHub hub;
    private HubSettings settings;

    @BeforeEach
    void open() throws IOException {
        hub = new FakeHub();
        hub.publish("openai-community/gpt2", GOLDEN, FILES.toArray(String[]::new));
        settings = hub.settings(temporary.resolve("hub"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aModelFromTheHubComputesWhatItDoesFromItsFolder() {
        Transformer downloaded = Models.load(ModelSource.of("gpt2").from(settings));
        Transformer local = Models.load(GOLDEN);
        assertThat(downloaded.config()).isEqualTo(local.config().withName("gpt2"));
        Tensor difference =
                downloaded.run("ab ba").logits().sub(local.run("ab ba").logits());
        assertThat(difference.abs().max().item()).isZero();
    }

    @Test
    void whatWasDownloadedIsLoadedWithoutANetwork() {
        Models.load(ModelSource.of("gpt2").from(settings));
        int asked = hub.requests().size();
        Models.load(ModelSource.of("openai-community/gpt2").from(settings));
        Models.load(ModelSource.of("gpt2").from(settings.offline(true)));
        assertThat(hub.requests()).hasSize(asked);
        Models.load(ModelSource.of("gpt2").refreshed().from(settings));
        assertThat(hub.requests()).as("only when it is asked for").hasSizeGreaterThan(asked);
    }

    @Test
    void aRevisionIsNamedInTheNameOrBesideIt() {
        hub.point("step1000", FakeHub.COMMIT);
        Transformer named = Models.load(ModelSource.of("gpt2@step1000").from(settings));
        assertThat(named.config().name()).isEqualTo("gpt2@step1000");
        int asked = hub.requests().size();
        Transformer beside = Models.load(ModelSource.of("gpt2").at("step1000").from(settings));
        assertThat(beside.config()).isEqualTo(named.config());
        assertThat(hub.requests()).as("the same, from the cache").hasSize(asked);
    }

    @Test
    void foldersAndShippedModelsComeFirstAndAskNobody() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("gpt2@home"));
        for (String file : FILES) {
            Files.copy(GOLDEN.resolve(file), folder.resolve(file));
        }
        Models.load(ModelSource.of(folder.toString()).from(settings));
        Models.load(ModelSource.of("world").refreshed().from(settings));
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void foldersAndShippedModelsHaveCheckpointsInPlaceOfRevisions() {
        assertThat(Models.load("world@step1000").config().nLayers()).isEqualTo(5);
        assertThatThrownBy(() -> Models.load("world@step1"))
                .hasMessageContaining("no checkpoint \"step1\"; it has [step1000, step2000, step4000, step6000]");
        assertThatThrownBy(() -> Models.load("world-seed2@step1")).hasMessageContaining("has no checkpoints");
        assertThatThrownBy(() -> Models.load(ModelSource.of(GOLDEN.toString()).at("step1")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("has no checkpoints");
    }

    @Test
    void offlineTheErrorSaysWhichFilesToPutWhere() throws IOException {
        var offline = ModelSource.of("gpt2@step7").from(settings.offline(true));
        assertThatThrownBy(() -> Models.load(offline))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("config.json, model.safetensors")
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("/openai-community/gpt2/tree/step7")
                .hasMessageContaining("HF_HUB_OFFLINE")
                .hasMessageContaining(
                        temporary.resolve("hub/models--openai-community--gpt2").toString())
                .satisfies(e -> assertThat(e.getMessage().split("\\. "))
                        .as("one sentence")
                        .hasSize(1));
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void offlineAHalfDownloadedModelSaysWhatIsLacking() throws IOException {
        Models.load(ModelSource.of("gpt2").from(settings));
        Path model = temporary.resolve("hub/models--openai-community--gpt2/snapshots/" + FakeHub.COMMIT);
        Files.delete(model.resolve("model.safetensors"));
        assertThatThrownBy(() -> Models.load(ModelSource.of("gpt2").from(settings.offline(true))))
                .hasMessageContaining("the cache lacks model.safetensors");
        Models.load(ModelSource.of("gpt2").from(settings));
        assertThat(model.resolve("model.safetensors"))
                .as("on the network it is mended")
                .exists();
    }

    @Test
    void aRefreshThatCannotAskSaysSo() {
        Models.load(ModelSource.of("gpt2").from(settings));
        assertThatThrownBy(() -> Models.load(ModelSource.of("gpt2").refreshed().from(settings.offline(true))))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("without refreshed()");
    }

    @Test
    void anUnknownNameSuggestsTheShippedModelThatIsMeant() {
        assertThatThrownBy(() -> Models.load(ModelSource.of("wrold").from(settings)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("has no model wrold")
                .hasMessageContaining("Did you mean \"world\"?");
        assertThatThrownBy(() -> Models.load(ModelSource.of("word").from(settings.offline(true))))
                .hasMessageContaining("Did you mean \"world\"?");
        assertThatThrownBy(() -> Models.load(ModelSource.of("org/nothing").from(settings)))
                .hasMessageContaining("has no model org/nothing")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Did you mean"));
    }

    @Test
    void aNameThatCanOnlyBeAFolderIsNotAskedOfTheHub() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty folder"));
        assertThatThrownBy(() -> Models.load(ModelSource.of(empty.toString()).from(settings)))
                .hasMessageContaining("has no config.json");
        assertThatThrownBy(() -> Models.load(ModelSource.of("./nothing").from(settings)))
                .hasMessageContaining("no folder ./nothing");
        assertThatThrownBy(
                        () -> Models.load(ModelSource.of("gpt2@not a revision").from(settings)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("no revision");
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void testsNeverAskTheRealHub() {
        assertThat(HubSettings.ofThisMachine().offline()).isTrue();
    }

    @Test
    void aModelOnlyOnTheHubIsNotHere() {
        assertThat(Models.isHere("world")).isTrue();
        assertThat(Models.isHere(GOLDEN.toString())).isTrue();
        assertThat(Models.isHere("no-such/model-anywhere")).isFalse();
        assertThat(Models.isHere("./no such folder")).isFalse();
    }
}
