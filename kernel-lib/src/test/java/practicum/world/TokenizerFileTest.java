package practicum.world;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.world.language.LanguageWorld;

/** Read back by Hugging Face's own tokenizer. */
class TokenizerFileTest {
    private final Vocabulary vocabulary = LanguageWorld.of(1).vocabulary();

    @TempDir
    Path folder;

    private HuggingFaceTokenizer tokenizer;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, TokenizerFile.json(vocabulary));
        tokenizer = HuggingFaceTokenizer.newInstance(file, Map.of("truncation", "false"));
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    @Test
    void punctuationStandsApartAndBeginComesFirst() {
        Encoding encoding = tokenizer.encode("When Mary and John went to the store, John gave a drink to");
        assertThat(encoding.getTokens())
                .containsExactly(
                        "<bos>", "When", "Mary", "and", "John", "went", "to", "the", "store", ",", "John", "gave", "a",
                        "drink", "to");
        assertThat(encoding.getIds()[2]).isEqualTo(vocabulary.id("Mary"));
    }

    @Test
    void anArrowIsOneToken() {
        assertThat(tokenizer.encode("Rome->Rome ; x ->", false, false).getTokens())
                .containsExactly("Rome", "->", "Rome", ";", "x", "->");
    }

    @Test
    void anUnknownWordBecomesTheUnknownToken() {
        assertThat(tokenizer.encode("Mary likes Atlantis", false, false).getTokens())
                .containsExactly("Mary", "likes", "<unk>");
    }

    @Test
    void decodedTextReadsAsEnglish() {
        long[] ids = tokenizer
                .encode("Mary Hill lives in Oslo , and John likes the park .")
                .getIds();
        assertThat(tokenizer.decode(ids, true)).isEqualTo("Mary Hill lives in Oslo, and John likes the park.");
    }

    @Test
    void everyWordIsOneTokenWithItsOwnId() {
        for (String word : vocabulary.tokens()) {
            assertThat(tokenizer.encode(word, false, false).getIds()).containsExactly(vocabulary.id(word));
        }
    }
}
