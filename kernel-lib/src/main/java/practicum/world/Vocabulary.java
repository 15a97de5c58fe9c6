package practicum.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words of a world and their numbers. */
public final class Vocabulary {
    public static final String PAD = "<pad>";
    public static final String UNKNOWN = "<unk>";
    public static final String BEGIN = "<bos>";

    /** What a masked model reads in front of a text, as in BERT. */
    public static final String CLASS = "[CLS]";

    /** What a masked model reads behind a sentence. */
    public static final String SEPARATOR = "[SEP]";

    /** What stands for a word that a masked model is to tell. */
    public static final String MASK = "[MASK]";

    /** What stands for a word that a masked model does not know. */
    static final String MASKED_UNKNOWN = "[UNK]";

    private final List<String> tokens;
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    /** Special tokens first, then the words in their order, each once. */
    public Vocabulary(Stream<String> words) {
        this(Stream.concat(specials().stream(), words).distinct().toList());
    }

    private Vocabulary(List<String> tokens) {
        this.tokens = tokens;
        for (int id = 0; id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
    }

    /**
     * The words first, so that a word's id is its place among them, then {@code <unk>}; there is no {@code <bos>}, and
     * {@link TokenizerFile} puts none in front.
     */
    public static Vocabulary bare(List<String> words) {
        return new Vocabulary(
                Stream.concat(words.stream(), Stream.of(UNKNOWN)).distinct().toList());
    }

    /** The special tokens of a masked model first, then the words in their order, each once. */
    public static Vocabulary masked(Stream<String> words) {
        return new Vocabulary(
                Stream.concat(maskedSpecials().stream(), words).distinct().toList());
    }

    /** Tokens of a masked model that stand for no word, as BERT has them. */
    public static List<String> maskedSpecials() {
        return List.of("[PAD]", MASKED_UNKNOWN, CLASS, SEPARATOR, MASK);
    }

    /** Tokens that stand for no word. */
    public static List<String> specials() {
        return List.of(PAD, UNKNOWN, BEGIN);
    }

    /** Every token; its index is its id. */
    public List<String> tokens() {
        return tokens;
    }

    /** Ids by token, in order. */
    public Map<String, Integer> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** Whether the word is a token. */
    public boolean contains(String word) {
        return ids.containsKey(word);
    }

    public int size() {
        return tokens.size();
    }

    /** The id of a word. */
    public int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalArgumentException("\"" + word + "\" is not among the " + size() + " words of this world.");
        }
        return id;
    }
}
