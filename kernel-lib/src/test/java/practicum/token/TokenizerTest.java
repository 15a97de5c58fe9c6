package practicum.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.load.Models;

/** Tokenizers of the goldens: byte-level BPE (gpt2), SentencePiece-like BPE with bytes (llama), WordPiece (bert). */
class TokenizerTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final String LLAMA = "llama-legacy-bf16-tied";

    private record Case(String text, long[] ids, List<String> tokens, String decoded) {}

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(GOLDENS.resolve(name).resolve("tokenizer.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tokenizer tokenizer(String name) {
        return Tokenizer.parse(file(name));
    }

    private static Tokenizer tokenizer(String name, String config) {
        return Tokenizer.parse(file(name), object(config));
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    /** Llama's file without the template that puts {@code <s>} in front. */
    private static byte[] llamaWithoutTemplate() {
        JsonObject json = object(new String(file(LLAMA), StandardCharsets.UTF_8));
        json.remove("post_processor");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", LLAMA, "bert"})
    void everyCaseOfTheReferenceAgrees(String name) throws IOException {
        Tokenizer tokenizer = tokenizer(name);
        Case[] cases = new Gson()
                .fromJson(Files.readString(GOLDENS.resolve(name).resolve("tokenizer_cases.json")), Case[].class);
        assertThat(cases).hasSizeGreaterThan(8);
        for (Case c : cases) {
            assertThat(tokenizer.encode(c.text)).as(c.text).isEqualTo(c.ids);
            assertThat(tokenizer.decode(c.ids)).as(c.text).isEqualTo(c.decoded);
        }
    }

    @Test
    void whatIsPutAroundAPromptIsPrinted() {
        assertThat(tokenizer("gpt2"))
                .hasToString(
                        "Tokenizer[320 tokens; BOS: as the file says; puts nothing in front of a prompt and nothing"
                                + " behind it]");
        assertThat(tokenizer("gpt2").withBos(Bos.ALWAYS))
                .asString()
                .contains("BOS: always", "puts <|endoftext|> in front of a prompt and nothing behind");
        assertThat(tokenizer(LLAMA)).asString().contains("puts <s> in front of a prompt and nothing behind");
        assertThat(tokenizer(LLAMA).withBos(Bos.NEVER))
                .asString()
                .contains("BOS: never", "puts nothing in front of a prompt and nothing behind");
        assertThat(tokenizer("bert")).asString().contains("puts [CLS] in front of a prompt and [SEP] behind");
    }

    @Test
    void theRuleDecidesWhatStandsInFront() {
        long[] bare = tokenizer(LLAMA).withBos(Bos.NEVER).encode("Mary");
        long[] begun = LongStream.concat(LongStream.of(1), Arrays.stream(bare)).toArray();
        assertThat(tokenizer(LLAMA).encode("Mary")).isEqualTo(begun);
        assertThat(tokenizer(LLAMA).withBos(Bos.ALWAYS).encode("Mary")).isEqualTo(begun);
        assertThat(tokenizer(LLAMA).withBos(Bos.ALWAYS).tokens("Mary").row(0)).isEqualTo(begun);
        assertThat(tokenizer("gpt2").withBos(Bos.ALWAYS).encode("Mary")[0]).isZero();
        assertThat(tokenizer("gpt2").withBos(Bos.NEVER).encode("Mary"))
                .isEqualTo(tokenizer("gpt2").encode("Mary"));
        assertThat(tokenizer("bert").withBos(Bos.NEVER).encode("mary"))
                .doesNotContain(2)
                .endsWith(3);
    }

    @Test
    void aBosIsNeverDoubled() {
        for (Bos rule : Bos.values()) {
            long[] ids = tokenizer(LLAMA).withBos(rule).encode("<s>Mary");
            assertThat(ids).as(rule.toString()).startsWith(1);
            assertThat(Arrays.stream(ids).filter(id -> id == 1))
                    .as(rule.toString())
                    .hasSize(1);
        }
        long[] twice = tokenizer(LLAMA).encode("<s><s>Mary"); // who writes two wants two
        assertThat(Arrays.stream(twice).filter(id -> id == 1)).hasSize(2);
        long[] gpt2 = tokenizer("gpt2").withBos(Bos.ALWAYS).encode("<|endoftext|>Mary");
        assertThat(Arrays.stream(gpt2).filter(id -> id == 0)).hasSize(1);
    }

    @Test
    void theConfigurationDecidesWhereTheFileIsSilent() {
        byte[] silent = llamaWithoutTemplate();
        long[] bare = Tokenizer.parse(silent).encode("Mary");
        assertThat(bare).doesNotContain(1);
        assertThat(Tokenizer.parse(silent, object("{\"add_bos_token\":true,\"bos_token\":\"<s>\"}"))
                        .encode("Mary"))
                .startsWith(1)
                .endsWith(bare);
        assertThat(tokenizer(LLAMA, "{\"add_bos_token\":false}").encode("Mary")).isEqualTo(bare);
        assertThat(tokenizer(LLAMA, "{\"add_eos_token\":true}").encode("Mary"))
                .startsWith(1)
                .endsWith(2);
        assertThat(tokenizer(LLAMA, "{\"add_bos_token\":false}")
                        .withBos(Bos.ALWAYS)
                        .encode("Mary"))
                .startsWith(1);
    }

    @Test
    void specialTokensAreWrittenInEitherForm() {
        Tokenizer named = tokenizer(
                LLAMA,
                "{\"bos_token\":{\"__type\":\"AddedToken\",\"content\":\"</s>\"},\"eos_token\":\"<s>\",\"pad_token\":\"<unk>\","
                        + "\"mask_token\":null}");
        assertThat(named.bosId()).hasValue(2);
        assertThat(named.eosId()).hasValue(1);
        assertThat(named.padId()).hasValue(0);
        assertThat(named.unkId()).hasValue(0);
        assertThat(named.maskId()).isEmpty();

        Tokenizer map = Tokenizer.parse(
                file(LLAMA),
                object("{\"eos_token\":\"<unk>\"}"),
                object("{\"eos_token\":\"<s>\",\"pad_token\":\"</s>\"}"));
        assertThat(map.eosId()).as("the configuration goes first").hasValue(0);
        assertThat(map.padId()).hasValue(2);
    }

    @Test
    void usualNamesServeWhereNoFileNamesThem() {
        Tokenizer bert = tokenizer("bert");
        assertThat(LongStream.of(
                        bert.padId().orElseThrow(),
                        bert.unkId().orElseThrow(),
                        bert.bosId().orElseThrow(),
                        bert.eosId().orElseThrow(),
                        bert.maskId().orElseThrow()))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(tokenizer("gpt2").bosId()).hasValue(0);
        assertThat(tokenizer("gpt2").unkId()).isEmpty();
    }

    @Test
    void aTokenizerThatSaysItHasNoBosCannotPutOne() {
        Tokenizer none = tokenizer("gpt2", "{\"bos_token\":null}");
        assertThat(none.bosId()).isEmpty();
        assertThatThrownBy(() -> none.withBos(Bos.ALWAYS))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("no bos_token");
        assertThat(none.withBos(Bos.NEVER).encode("Mary")).isEqualTo(none.encode("Mary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", LLAMA})
    void whatATokenLooksLikeFindsItAgain(String name) {
        Tokenizer tokenizer = tokenizer(name);
        assertThat(tokenizer.id(" Mary")).isNotEqualTo(0);
        assertThat(tokenizer.label(tokenizer.id(" Mary"))).isEqualTo(" Mary");
        List<String> words = tokenizer.words();
        for (int id = 0; id < words.size(); id++) {
            String word = words.get(id);
            boolean isByte = word.length() == 1; // <0x42> looks like B but is not how text gets a B
            if (!isByte && word.matches(" ?[A-Za-z]+") && words.indexOf(word) == words.lastIndexOf(word)) {
                assertThat(tokenizer.id(word)).as(word).isEqualTo(id);
            }
        }
    }

    @Test
    void whatStandsForNoTextIsSpecial() {
        Tokenizer world = Models.load("world").tokenizer();
        assertThat(world.isSpecial(world.id("<bos>"))).isTrue();
        assertThat(world.isSpecial(world.id("<unk>"))).isTrue();
        assertThat(world.isSpecial(world.id("Mary"))).isFalse();
        assertThat(world.isSpecial(world.size())).isTrue();
        Tokenizer gpt2 = Models.load(GOLDENS.resolve("gpt2")).tokenizer();
        assertThat(gpt2.isSpecial(gpt2.bosId().orElseThrow())).isTrue();
        assertThat(gpt2.isSpecial(gpt2.id(" Mary"))).isFalse();
    }

    @Test
    void aPromptOfNothingIsAnErrorAlsoBesideOthers() {
        assertThatThrownBy(() -> tokenizer("gpt2").tokens(""))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("every prompt is empty");
        assertThatThrownBy(() -> tokenizer("gpt2").tokens("Mary", ""))
                .isInstanceOf(TokenException.class)
                .hasMessageContaining("one of the prompts is empty");
        assertThat(tokenizer("gpt2").withBos(Bos.ALWAYS).tokens("Mary", "").row(1))
                .endsWith(0);
    }

    /** A vocabulary of Gemma's size: words of six letters, and the search for one that is misspelt. */
    @Test
    void aVocabularyOf256000WordsIsSearched() {
        JsonObject vocab = new JsonObject();
        vocab.addProperty("<unk>", 0);
        IntStream.range(1, 256_000).forEach(i -> vocab.addProperty(word(i), i));
        JsonObject model = new JsonObject();
        model.addProperty("type", "WordLevel");
        model.add("vocab", vocab);
        model.addProperty("unk_token", "<unk>");
        JsonObject json = new JsonObject();
        json.addProperty("version", "1.0");
        json.add("added_tokens", new JsonArray());
        json.add("model", model);
        json.add("pre_tokenizer", object("{\"type\":\"Whitespace\"}"));
        Tokenizer tokenizer = Tokenizer.parse(json.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(tokenizer.size()).isEqualTo(256_000);
        Map<Integer, String> some = Map.of(1, word(1), 128_000, word(128_000), 255_999, word(255_999));
        some.forEach((id, word) -> {
            assertThat(tokenizer.id(word)).isEqualTo((long) id);
            assertThat(tokenizer.label(id)).isEqualTo(word);
        });
        assertThatThrownBy(() -> tokenizer.id(word(77_777) + "q"))
                .hasMessageContaining("did you mean \"" + word(77_777) + "\"");
        assertThat(tokenizer.words()).hasSize(256_000).endsWith(word(255_999));
    }

    /** Distinct words whose letters differ in at least three places from those of near numbers. */
    private static String word(int i) {
        StringBuilder word = new StringBuilder();
        long mixed = i * 2_654_435_761L % 308_915_776L; // 26⁶; the factor is odd and no multiple of 13
        for (int letter = 0; letter < 6; letter++) {
            word.append((char) ('a' + mixed % 26));
            mixed /= 26;
        }
        return word.toString();
    }
}
