package practicum.world;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a vocabulary as a Hugging Face {@code tokenizer.json}: one token per word, punctuation apart, {@code <bos>} in
 * front if the vocabulary has one; {@code [CLS]} in front and {@code [SEP]} behind for a masked model.
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
                Stream.concat(Vocabulary.specials().stream(), Vocabulary.maskedSpecials().stream())
                        .filter(vocabulary::contains)
                        .map(token -> added(token, vocabulary))
                        .toList());
        file.put("normalizer", null);
        file.put(
                "pre_tokenizer",
                object("type", "Split", "pattern", object("Regex", TOKEN), "behavior", "Removed", "invert", true));
        file.put("post_processor", around(vocabulary));
        // WordPiece's clean-up joins punctuation to the word before it: "the store, John".
        file.put("decoder", object("type", "WordPiece", "prefix", "##", "cleanup", true));
        file.put("model", object("type", "WordLevel", "vocab", vocabulary.ids(), "unk_token", unknown(vocabulary)));
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

    private static String unknown(Vocabulary vocabulary) {
        return vocabulary.contains(Vocabulary.MASK) ? Vocabulary.MASKED_UNKNOWN : Vocabulary.UNKNOWN;
    }

    /** What is put around a text, or around two. */
    private static @Nullable Map<String, Object> around(Vocabulary vocabulary) {
        List<Object> first = List.of(object("Sequence", object("id", "A", "type_id", 0)));
        List<Object> second = List.of(object("Sequence", object("id", "B", "type_id", 0)));
        if (vocabulary.contains(Vocabulary.BEGIN)) {
            List<Object> begin = special(Vocabulary.BEGIN);
            return template(joined(begin, first), joined(begin, first, second), vocabulary, Vocabulary.BEGIN);
        }
        if (vocabulary.contains(Vocabulary.MASK)) {
            List<Object> begin = special(Vocabulary.CLASS);
            List<Object> end = special(Vocabulary.SEPARATOR);
            return template(
                    joined(begin, first, end),
                    joined(begin, first, end, second, end),
                    vocabulary,
                    Vocabulary.CLASS,
                    Vocabulary.SEPARATOR);
        }
        return null;
    }

    private static List<Object> special(String token) {
        return List.of(object("SpecialToken", object("id", token, "type_id", 0)));
    }

    @SafeVarargs
    private static List<Object> joined(List<Object>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static Map<String, Object> template(
            List<Object> single, List<Object> pair, Vocabulary vocabulary, String... specials) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        for (String token : specials) {
            tokens.put(token, object("id", token, "ids", List.of(vocabulary.id(token)), "tokens", List.of(token)));
        }
        return object("type", "TemplateProcessing", "single", single, "pair", pair, "special_tokens", tokens);
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
