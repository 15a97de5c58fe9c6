package practicum.token;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into token ids and back, as the model's {@code tokenizer.json} says.
 *
 * <p>Whether a beginning-of-sequence token (BOS) is put in front is the files' decision, as in the reference
 * implementation, unless {@link #withBos} says otherwise; {@link #toString()} tells what is put around a prompt.
 */
public final class Tokenizer {
    private final HuggingFaceTokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final SpecialTokens specials;
    private final Bos bos;
    private final OptionalLong bosId;
    private final OptionalLong eosId;
    private final AtomicReferenceArray<@Nullable String> labels;

    private Tokenizer(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary, SpecialTokens specials, Bos bos) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.specials = specials;
        this.bos = bos;
        this.bosId = specials.id("bos_token");
        this.eosId = specials.id("eos_token");
        this.labels = new AtomicReferenceArray<>(vocabulary.size());
    }

    /** Reads the bytes of a {@code tokenizer.json}. */
    public static Tokenizer parse(byte[] json) {
        return parse(json, null, null);
    }

    /** As {@link #parse(byte[], JsonObject, JsonObject)}, without a {@code special_tokens_map.json}. */
    public static Tokenizer parse(byte[] json, @Nullable JsonObject tokenizerConfig) {
        return parse(json, tokenizerConfig, null);
    }

    /**
     * Reads the bytes of a {@code tokenizer.json} and heeds what the files beside it say of special tokens.
     *
     * @param tokenizerConfig {@code tokenizer_config.json}, if there is one
     * @param specialTokensMap {@code special_tokens_map.json}, if there is one; the former goes first
     * @throws TokenException if Hugging Face's tokenizers library did not write it
     */
    public static Tokenizer parse(
            byte[] json, @Nullable JsonObject tokenizerConfig, @Nullable JsonObject specialTokensMap) {
        try {
            Map<String, String> options = Map.of("truncation", "false", "padding", "false");
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
            Vocabulary vocabulary = Vocabulary.parse(json);
            SpecialTokens specials = new SpecialTokens(vocabulary, tokenizerConfig, specialTokensMap);
            return new Tokenizer(tokenizer, vocabulary, specials, Bos.AS_FILE);
        } catch (IOException | RuntimeException e) {
            throw new TokenException("This tokenizer.json cannot be read: " + e.getMessage()
                    + ". It must be one that Hugging Face's tokenizers library wrote.");
        }
    }

    /**
     * This tokenizer with another rule for the token in front.
     *
     * @throws TokenException if a BOS is wanted and the tokenizer has none
     */
    public Tokenizer withBos(Bos rule) {
        if (rule == Bos.ALWAYS && bosId.isEmpty()) {
            throw new TokenException(
                    "This tokenizer has no beginning-of-sequence token: its tokenizer_config.json names"
                            + " no bos_token that is in the vocabulary. Use Bos.AS_FILE or Bos.NEVER.");
        }
        return new Tokenizer(tokenizer, vocabulary, specials, given(rule, "a rule for the BOS, such as Bos.ALWAYS"));
    }

    /** The rule for the token in front. */
    public Bos bos() {
        return bos;
    }

    /** The id of the token that begins a sequence, if there is one. */
    public OptionalLong bosId() {
        return bosId;
    }

    /** The id of the token that ends a sequence, if there is one. */
    public OptionalLong eosId() {
        return eosId;
    }

    /** The id of the padding token, if there is one. */
    public OptionalLong padId() {
        return specials.id("pad_token");
    }

    /** The id that stands for unknown words, if there is one; tokenizers that know all bytes need none. */
    public OptionalLong unkId() {
        OptionalLong ofModel = vocabulary.unknownId();
        return ofModel.isPresent() ? ofModel : specials.id("unk_token");
    }

    /** The id of the token that a masked language model fills in, if there is one. */
    public OptionalLong maskId() {
        return specials.id("mask_token");
    }

    /** Ids of a text, special tokens around it included; words that it does not know become its unknown token. */
    public long[] encode(String text) {
        given(text, "a text");
        long[] ids = withRuleInFront(text, tokenizer.encode(text).getIds());
        boolean endIsWanted =
                eosId.isPresent() && specials.flag("add_eos_token").orElse(false);
        boolean endIsThere = ids.length > 0 && eosId.isPresent() && ids[ids.length - 1] == eosId.getAsLong();
        return endIsWanted && !endIsThere
                ? LongStream.concat(LongStream.of(ids), LongStream.of(eosId.getAsLong()))
                        .toArray()
                : ids;
    }

    private static <T> T given(T value, String what) {
        if (value == null) {
            throw new TokenException("Give " + what + "; got null.");
        }
        return value;
    }

    /** One BOS or none, wherever it comes from: the rule, the file's post-processor, or the text itself. */
    private long[] withRuleInFront(String text, long[] ids) {
        if (bosId.isEmpty()) {
            return ids;
        }
        int given = countInFront(ids);
        int ofText = given == 0
                ? 0
                : countInFront(tokenizer.encode(text, false, false).getIds());
        boolean wanted =
                switch (bos) {
                    case AS_FILE -> specials.flag("add_bos_token").orElse(given > ofText);
                    case ALWAYS -> true;
                    case NEVER -> false;
                };
        int target = wanted ? Math.max(1, ofText) : ofText;
        return target == given
                ? ids
                : LongStream.concat(
                                LongStream.generate(bosId::getAsLong).limit(target),
                                Arrays.stream(ids).skip(given))
                        .toArray();
    }

    private int countInFront(long[] ids) {
        int count = 0;
        while (count < ids.length && ids[count] == bosId.getAsLong()) {
            count++;
        }
        return count;
    }

    /** The text of ids, special tokens left out, and ids that no token has. */
    public String decode(long... ids) {
        LongStream.of(ids).filter(id -> id < 0).findFirst().ifPresent(id -> {
            throw new TokenException("There is no token " + id + ": ids begin at 0.");
        });
        return tokenizer.decode(ids, true);
    }

    /**
     * Prompts as a batch, shorter ones padded on the left.
     *
     * @throws TokenException if a word is unknown: an unknown token in the middle of a prompt gives numbers that mean
     *     nothing
     */
    public Tokens tokens(String... prompts) {
        given(prompts, "a prompt");
        List<long[]> rows = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (String prompt : prompts) {
            long[] ids = encode(prompt);
            requireKnown(prompt, ids);
            rows.add(ids);
            labels.add(Arrays.stream(ids).mapToObj(this::label).toList());
        }
        return Tokens.padded(rows, labels, padId().orElse(0));
    }

    /**
     * The id of a text that is exactly one token, such as {@code " Mary"}.
     *
     * @throws TokenException if it is none or several; the message shows how the text is split
     */
    public long id(String token) {
        given(token, "a token such as \" Mary\"");
        OptionalLong exact = vocabulary.id(token);
        // SentencePiece writes a space as ▁, and would put another one in front.
        OptionalLong found = exact.isPresent() ? exact : vocabulary.id(token.replace(' ', '▁'));
        return found.orElseGet(() -> onlyId(token));
    }

    private long onlyId(String token) {
        long[] ids = tokenizer.encode(token, false, false).getIds();
        if (ids.length == 0 || Arrays.stream(ids).anyMatch(this::isUnknown)) {
            throw new TokenException("\"" + token + "\" is not in the vocabulary" + suggestion(token) + ".");
        }
        if (ids.length > 1) {
            throw new TokenException("\"" + token + "\" is not one token but " + ids.length + ": "
                    + Arrays.stream(ids).mapToObj(i -> "\"" + label(i) + "\"").toList()
                    + ". Give one of them, mind the leading space.");
        }
        return ids[0];
    }

    /** What a token looks like, its leading space included. */
    public String label(long id) {
        String raw = vocabulary.name(id);
        if (raw == null) {
            return "#" + id; // some models have more rows in their embedding than words
        }
        String known = labels.get((int) id);
        if (known != null) {
            return known;
        }
        String text = tokenizer.decode(new long[] {id}, false);
        boolean lostSpace = raw.startsWith("▁") && !text.startsWith(" ");
        String label = text.isEmpty() ? raw : lostSpace ? " " + text : text;
        labels.set((int) id, label);
        return label;
    }

    /** Whether an id stands for no text: a beginning, an end, a gap, an unknown word, or an id without a token. */
    public boolean isSpecial(long id) {
        return vocabulary.name(id) == null
                || isUnknown(id)
                || tokenizer.decode(new long[] {id}, true).isEmpty();
    }

    /** The number of tokens that have a name. */
    public int size() {
        return vocabulary.size();
    }

    private boolean isUnknown(long id) {
        OptionalLong unknown = vocabulary.unknownId();
        return unknown.isPresent() && unknown.getAsLong() == id;
    }

    private void requireKnown(String prompt, long[] ids) {
        if (Arrays.stream(ids).noneMatch(this::isUnknown)) {
            return;
        }
        List<String> unknown = Arrays.stream(prompt.split("[\\s\\p{Punct}]+"))
                .filter(w -> !w.isEmpty())
                .filter(w -> Arrays.stream(tokenizer.encode(w, false, false).getIds())
                        .anyMatch(this::isUnknown))
                .distinct()
                .toList();
        List<String> described =
                unknown.stream().map(w -> "\"" + w + "\"" + suggestion(w)).toList();
        throw new TokenException("The prompt has words that this model has never seen: " + String.join(", ", described)
                + ". Use words of its vocabulary: tokenizer().words() lists them.");
    }

    private String suggestion(String word) {
        return Optional.ofNullable(vocabulary.nearest(word.strip()))
                .map(nearest -> " (did you mean \"" + nearest + "\"?)")
                .orElse("");
    }

    /** All tokens in the order of their ids. */
    public List<String> words() {
        return LongStream.range(0, vocabulary.size()).mapToObj(this::label).toList();
    }

    /** The size of the vocabulary, the rule for the BOS, and what is put in front of a prompt and behind it. */
    @Override
    public String toString() {
        long[] around = encode("a");
        long[] text = tokenizer.encode("a", false, false).getIds();
        int front = 0;
        while (front + text.length < around.length
                && !Arrays.equals(text, Arrays.copyOfRange(around, front, front + text.length))) {
            front++;
        }
        return "Tokenizer[" + size() + " tokens; BOS: " + bos + "; puts "
                + named(Arrays.copyOf(around, front)) + " in front of a prompt and "
                + named(Arrays.copyOfRange(around, front + text.length, around.length)) + " behind it]";
    }

    private String named(long[] ids) {
        return ids.length == 0
                ? "nothing"
                : String.join(
                        " ",
                        Arrays.stream(ids)
                                .mapToObj(id -> String.valueOf(vocabulary.name(id)))
                                .toList());
    }
}
