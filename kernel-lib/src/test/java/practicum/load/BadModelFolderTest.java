package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.tensor.Tensor;

class BadModelFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyAGoodOne() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/goldens/gpt2"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void editConfig(String from, String to) throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private void assertRefused(String... messages) {
        var thrown = assertThatThrownBy(() -> Models.load(folder)).isInstanceOf(RuntimeException.class);
        for (String message : messages) {
            thrown.hasMessageContaining(message);
        }
    }

    @Test
    void anUnknownKeyIsNamed() throws IOException {
        editConfig("\"n_layer\"", "\"rope_frobnication\": 7, \"n_layer\"");
        assertRefused("config.json", "rope_frobnication");
    }

    @Test
    void anUnknownArchitectureIsNamedWithThoseKnown() throws IOException {
        editConfig("GPT2LMHeadModel", "MambaForCausalLM");
        assertRefused("MambaForCausalLM", "GPT2LMHeadModel");
    }

    @Test
    void aCaseThatIsNotComputedIsRefused() throws IOException {
        editConfig("\"add_cross_attention\": false", "\"add_cross_attention\": true");
        assertRefused("add_cross_attention");
    }

    @Test
    void aTensorTooManyIsNamed() throws IOException {
        editConfig("\"n_layer\": 3", "\"n_layer\": 2");
        assertRefused("does not use", "transformer.h.2.attn.c_attn.weight");
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        editConfig("\"n_layer\": 3", "\"n_layer\": 4");
        assertRefused("lacks the tensor", "transformer.h.3.ln_1.weight");
    }

    @Test
    void aWrongShapeIsNamed() throws IOException {
        editConfig("\"n_positions\": 64", "\"n_positions\": 63");
        assertRefused("pos_embed.W_pos", "Tensor[64, 32]", "[63, 32]");
    }

    @Test
    void aCutOffFileIsNoticed() throws IOException {
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        assertRefused("model.safetensors", "cut off");
        Files.write(file, "not a model".getBytes(StandardCharsets.UTF_8));
        assertRefused("not a safetensors file");
    }

    @Test
    void aPickleIsRefusedWithTheReason() throws IOException {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("pytorch_model.bin"));
        assertRefused("pickle", "safetensors");
    }

    @Test
    void aFolderWithoutAModelAndAnUnknownNameSayWhatToDo() throws IOException {
        Files.delete(folder.resolve("config.json"));
        assertRefused("no config.json");
        assertThatThrownBy(() -> Models.load("no-such-model"))
                .hasMessageContaining("no-such-model")
                .hasMessageContaining("world");
    }

    @Test
    void aSecondCopyWithOtherNumbersIsRefused() {
        Path weights = folder.resolve("model.safetensors");
        Safetensors file = Safetensors.read(weights);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        file.names().forEach(n -> tensors.put(n, file.get(n)));
        Tensor embedding = file.get("transformer.wte.weight");
        tensors.put("lm_head.weight", embedding);
        SafetensorsWriter.write(weights, tensors, SafetensorsWriter.Precision.FLOAT32);
        assertThat(Models.load(folder).config().tied()).isTrue();
        tensors.put("lm_head.weight", embedding.mul(1.001));
        SafetensorsWriter.write(weights, tensors, SafetensorsWriter.Precision.FLOAT32);
        assertRefused("lm_head.weight", "transformer.wte.weight", "tie_word_embeddings");
    }
}
