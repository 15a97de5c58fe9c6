package practicum.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.tensor.Tensor;
import practicum.world.Vocabulary;

class TransformerBodyTest {
    private static final Vocabulary WORDS = new Vocabulary(Stream.of("cat", "dog", "owl"));
    private static final TransformerBody BODY = new TransformerBody(
            Family.GPT_NEO,
            ModelConfig.shape("tiny", 1, 4, 2, 8, WORDS.size(), 6)
                    .attnScale(1)
                    .attnBias(false, true)
                    .build(),
            WORDS,
            "cat",
            Precision.FLOAT16);
    private static final TransformerBody WIDE = BODY.withWideEmbeddings(10);

    @TempDir
    Path folder;

    @Test
    void onlyEmbeddingsBeginLarger() {
        Map<String, Tensor> usual = BODY.initial(3);
        WIDE.initial(3).forEach((name, tensor) -> {
            Tensor expected = usual.get(name).mul(name.contains("embed.") ? 10 : 1);
            assertThat(tensor.toFloatArray()).as(name).isEqualTo(expected.toFloatArray());
        });
    }

    @Test
    void theFactorIsOfTheMakingAndNotOfTheConfiguration() throws IOException {
        assertThat(WIDE.json().get("initial_embedding_factor").getAsDouble()).isEqualTo(10);
        WIDE.write(folder);
        assertThat(Files.readString(folder.resolve("config.json"))).doesNotContain("initial_embedding_factor");
    }

    @Test
    void itIsReadBackAsWhatItIs() {
        WIDE.write(folder);
        WIDE.writeWeights(WIDE.model(WIDE.initial(3)), folder.resolve("model.safetensors"));
        assertThat(WIDE.load(folder).config().withName("tiny")).isEqualTo(BODY.config());
    }
}
