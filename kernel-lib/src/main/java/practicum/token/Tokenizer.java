package practicum.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Turns text into token ids and back, as the model's {@code tokenizer.json} says.
 *
 * <p>Whether a beginning-of-sequence token is put in front is the file's decision, as in the reference implementation;
 * {@link #toString()} says which it is.
 */
public final class Tokenizer {
    private final HuggingFaceTokenizer tokenizer;
    private final String[] vocabulary;
    private final OptionalLong unknownId;
    private final long padId;

    private Tokenizer(HuggingFaceTokenizer tokenizer, JsonObject json) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary(json);
        this.unknownId = unknownId(json, vocabulary);
        this.padId = Math.max(0, Math.max(indexOf("<pad>"), indexOf("[PAD]")));
    }

    /** Reads the bytes of a {@code tokenizer.json}. */
    public static Tokenizer parse(byte[] json) {
        try {
            Map<String, String> options = Map.of("truncation", "false", "padding", "false");
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
            JsonObject parsed = JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return new Tokenizer(tokenizer, parsed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new TokenException("This tokenizer.json cannot be read: " + e.getMessage()
                    + ". It must be one that Hugging Face's tokenizers library wrote.");
        }
    }

    /** Ids of a text, special tokens as the file adds them; words that it does not know become its unknown token. */
    public long[] encode(String text) {
        return tokenizer.encode(text).getIds();
    }

    /** The text of ids, special tokens left out. */
    public String decode(long... ids) {
        return tokenizer.decode(ids, true);
    }

    /**
     * Prompts as a batch, shorter ones padded on the left.
     *
     * @throws TokenException if a word is unknown: an unknown token in the middle of a prompt gives numbers that mean
     *     nothing
     */
    public Tokens tokens(String... prompts) {
        List<long[]> rows = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (String prompt : prompts) {
            long[] ids = encode(prompt);
            requireKnown(prompt, ids);
            rows.add(ids);
            labels.add(Arrays.stream(ids).mapToObj(this::label).toList());
        }
        return Tokens.padded(rows, labels, padId);
    }

    /**
     * The id of a text that is exactly one token, such as {@code " Mary"}.
     *
     * @throws TokenException if it is none or several; the message shows how the text is split
     */
    public long id(String token) {
        int exact = indexOf(token);
        if (exact >= 0) {
            return exact;
        }
        long[] ids = tokenizer.encode(token, false, false).getIds();
        if (ids.length == 1 && (unknownId.isEmpty() || ids[0] != unknownId.getAsLong())) {
            return ids[0];
        }
        if (ids.length == 0 || Arrays.stream(ids).anyMatch(i -> unknownId.isPresent() && i == unknownId.getAsLong())) {
            throw new TokenException("\"" + token + "\" is not in the vocabulary" + nearest(token) + ".");
        }
        throw new TokenException("\"" + token + "\" is not one token but " + ids.length + ": "
                + Arrays.stream(ids).mapToObj(i -> "\"" + label(i) + "\"").toList()
                + ". Give one of them, mind the leading space.");
    }

    /** What a token looks like, its leading space included. */
    public String label(long id) {
        if (id < 0 || id >= vocabulary.length || vocabulary[(int) id] == null) {
            return "#" + id; // some models have more rows in their embedding than words
        }
        String raw = vocabulary[(int) id];
        String text = tokenizer.decode(new long[] {id}, false);
        boolean lostSpace = raw.startsWith("▁") && !text.startsWith(" ");
        return text.isEmpty() ? raw : lostSpace ? " " + text : text;
    }

    /** The number of tokens that have a name. */
    public int size() {
        return vocabulary.length;
    }

    private void requireKnown(String prompt, long[] ids) {
        if (unknownId.isEmpty() || Arrays.stream(ids).noneMatch(i -> i == unknownId.getAsLong())) {
            return;
        }
        List<String> unknown = Arrays.stream(prompt.split("[\\s\\p{Punct}]+"))
                .filter(w -> !w.isEmpty())
                .filter(w -> Arrays.stream(tokenizer.encode(w, false, false).getIds())
                        .anyMatch(i -> i == unknownId.getAsLong()))
                .distinct()
                .toList();
        List<String> described =
                unknown.stream().map(w -> "\"" + w + "\"" + nearest(w)).toList();
        throw new TokenException("The prompt has words that this model has never seen: " + String.join(", ", described)
                + ". Use words of its vocabulary: tokenizer().words() lists them.");
    }

    /** All tokens in the order of their ids. */
    public List<String> words() {
        return java.util.stream.LongStream.range(0, vocabulary.length)
                .mapToObj(this::label)
                .toList();
    }

    private String nearest(String word) {
        String best = "";
        int distance = Integer.MAX_VALUE;
        for (String candidate : vocabulary) {
            if (candidate != null && !candidate.startsWith("<")) {
                int d = EditDistance.between(word.strip(), candidate);
                if (d < distance) {
                    distance = d;
                    best = candidate;
                }
            }
        }
        return distance <= Math.max(1, word.strip().length() / 2) ? " (did you mean \"" + best + "\"?)" : "";
    }

    private int indexOf(String token) {
        return Arrays.asList(vocabulary).indexOf(token);
    }

    private static String[] vocabulary(JsonObject json) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>();
        JsonElement vocab = json.getAsJsonObject("model").get("vocab");
        if (vocab.isJsonObject()) {
            vocab.getAsJsonObject()
                    .entrySet()
                    .forEach(e -> entries.add(Map.entry(e.getKey(), e.getValue().getAsInt())));
        } else { // unigram models list [piece, score] pairs
            for (JsonElement pair : vocab.getAsJsonArray()) {
                entries.add(Map.entry(pair.getAsJsonArray().get(0).getAsString(), entries.size()));
            }
        }
        if (json.has("added_tokens")) {
            json.getAsJsonArray("added_tokens").forEach(e -> {
                JsonObject added = e.getAsJsonObject();
                entries.add(Map.entry(
                        added.get("content").getAsString(), added.get("id").getAsInt()));
            });
        }
        int size = entries.stream().mapToInt(Map.Entry::getValue).max().orElse(-1) + 1;
        String[] vocabulary = new String[size];
        entries.forEach(e -> vocabulary[e.getValue()] = e.getKey());
        return vocabulary;
    }

    private static OptionalLong unknownId(JsonObject json, String[] vocabulary) {
        JsonElement unknown = json.getAsJsonObject("model").get("unk_token");
        if (unknown == null || unknown.isJsonNull()) {
            return OptionalLong.empty();
        }
        int id = Arrays.asList(vocabulary).indexOf(unknown.getAsString());
        return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** The size of the vocabulary and what is put in front of a prompt. */
    @Override
    public String toString() {
        long[] empty = encode("");
        String front = empty.length == 0 ? "nothing" : "\"" + vocabulary[(int) empty[0]] + "\"";
        return "Tokenizer[" + vocabulary.length + " tokens, puts " + front + " in front of a prompt]";
    }
}
