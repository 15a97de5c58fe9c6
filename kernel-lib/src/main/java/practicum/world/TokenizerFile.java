package practicum.world;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a vocabulary as a Hugging Face {@code tokenizer.json}: one token per word, punctuation apart, {@code <bos>} in
 * front if the vocabulary has one.
 */
public final class TokenizerFile {
    /** Arrows, words and single marks are tokens; whatever lies between them is dropped. */
    private static final String TOKEN = "->|\\w+|[^\\w\\s]";

    private TokenizerFile() {}

    /** The file's text. */
    public static String json(Vocabulary vocabulary) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", "1.0");
        file.put("truncation", null);
        file.put("padding", null);
        file.put(
                "added_tokens",
                Vocabulary.specials().stream()
                        .filter(vocabulary::contains)
                        .map(token -> added(token, vocabulary))
                        .toList());
        file.put("normalizer", null);
        file.put(
                "pre_tokenizer",
                object("type", "Split", "pattern", object("Regex", TOKEN), "behavior", "Removed", "invert", true));
        file.put("post_processor", vocabulary.contains(Vocabulary.BEGIN) ? beginFirst(vocabulary) : null);
        // WordPiece's clean-up joins punctuation to the word before it: "the store, John".
        file.put("decoder", object("type", "WordPiece", "prefix", "##", "cleanup", true));
        file.put("model", object("type", "WordLevel", "vocab", vocabulary.ids(), "unk_token", Vocabulary.UNKNOWN));
        return new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .toJson(file);
    }

    private static Map<String, Object> added(String token, Vocabulary vocabulary) {
        return object(
                "id", vocabulary.id(token),
                "content", token,
                "single_word", false,
                "lstrip", false,
                "rstrip", false,
                "normalized", false,
                "special", true);
    }

    private static Map<String, Object> beginFirst(Vocabulary vocabulary) {
        String begin = Vocabulary.BEGIN;
        Map<String, Object> special = object("SpecialToken", object("id", begin, "type_id", 0));
        Map<String, Object> first = object("Sequence", object("id", "A", "type_id", 0));
        Map<String, Object> second = object("Sequence", object("id", "B", "type_id", 0));
        return object(
                "type", "TemplateProcessing",
                "single", List.of(special, first),
                "pair", List.of(special, first, second),
                "special_tokens",
                        object(
                                begin,
                                object(
                                        "id", begin,
                                        "ids", List.of(vocabulary.id(begin)),
                                        "tokens", List.of(begin))));
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
