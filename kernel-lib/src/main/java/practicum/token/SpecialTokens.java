package practicum.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that stand for no text, as {@code tokenizer_config.json} and {@code special_tokens_map.json} name them.
 *
 * <p>A file that names a token, or says {@code null}, decides. Where none mentions it (GPT-2's does not), the usual
 * spellings are looked up in the vocabulary.
 */
final class SpecialTokens {
    private static final Map<String, List<String>> USUAL = Map.of(
            "bos_token", List.of("<s>", "<bos>", "<|begin_of_text|>", "[BOS]", "[CLS]", "<|endoftext|>"),
            "eos_token", List.of("</s>", "<eos>", "<|end_of_text|>", "[EOS]", "[SEP]", "<|endoftext|>"),
            "pad_token", List.of("<pad>", "[PAD]"),
            "unk_token", List.of(),
            "mask_token", List.of("[MASK]", "<mask>"));

    private final Vocabulary vocabulary;
    private final List<JsonObject> files;

    SpecialTokens(Vocabulary vocabulary, @Nullable JsonObject... files) {
        this.vocabulary = vocabulary;
        this.files = Stream.of(files).filter(Objects::nonNull).toList();
    }

    /** The id of {@code bos_token}, {@code eos_token}, … */
    OptionalLong id(String role) {
        for (JsonObject file : files) {
            if (file.has(role)) {
                return vocabulary.id(content(file.get(role)));
            }
        }
        return Objects.requireNonNull(USUAL.get(role), role).stream()
                .map(vocabulary::id)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** Whether {@code add_bos_token} or {@code add_eos_token} is set, if a file says so. */
    Optional<Boolean> flag(String name) {
        return files.stream()
                .map(file -> file.get(name))
                .filter(value -> value instanceof JsonPrimitive p && p.isBoolean())
                .map(JsonElement::getAsBoolean)
                .findFirst();
    }

    /** A token is written as text, or as an object that has the text as its content. */
    private static @Nullable String content(JsonElement token) {
        JsonElement text = token instanceof JsonObject object ? object.get("content") : token;
        return text instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : null;
    }
}
