package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFilesTest {
    private static final Path LLAMA = Path.of("src/test/resources/goldens/llama-legacy-bf16-tied/tokenizer.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tokenizer.model", "vocab.json", "vocab.txt"})
    void filesOfOtherLibrariesAreAnErrorThatSaysWhatToFetch(String name) throws IOException {
        Files.writeString(folder.resolve(name), "whatever");
        assertThatThrownBy(() -> new TokenizerFiles(folder).read())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("no tokenizer.json")
                .hasMessageContaining("save_pretrained");
    }

    @Test
    void aFolderWithoutATokenizerHasNone() {
        assertThat(new TokenizerFiles(folder).read()).isEmpty();
    }

    @Test
    void whatStandsBesideTheTokenizerIsHeeded() throws IOException {
        Files.copy(LLAMA, folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("special_tokens_map.json"), "{\"pad_token\":{\"content\":\"</s>\"}}");
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"add_bos_token\":false}");
        var tokenizer = new TokenizerFiles(folder).read().orElseThrow();
        assertThat(tokenizer.padId()).hasValue(2);
        assertThat(tokenizer.encode("Mary")).doesNotContain(1);
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.copy(LLAMA, folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("tokenizer_config.json"), "[]");
        assertThatThrownBy(() -> new TokenizerFiles(folder).read())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("tokenizer_config.json");
    }
}
