package practicum.world.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import practicum.world.Mixture;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;

/**
 * A world in which nothing is true for long: every text binds its own attributes to names, objects to boxes, and beliefs
 * to characters, and who answers its questions must read it. Texts and questions have at most 96 tokens.
 */
public final class BindingWorld {
    /** The length of sequences for which this world is made, {@code <bos>} included: each tells one story after another. */
    public static final int TOKENS = EpisodeText.TOKENS;

    private final BindingSplit split;
    private final ContextWorld contexts;
    private final BoxWorld boxes;
    private final BeliefWorld beliefs;
    private final Mixture text;
    private final Vocabulary vocabulary;

    private BindingWorld(BindingSplit split) {
        this.split = split;
        contexts = new ContextWorld(split);
        boxes = new BoxWorld(split);
        beliefs = new BeliefWorld(split);
        text = new Mixture(shares());
        Stream<String> frame = text.shares().keySet().stream()
                .flatMap(source -> source.frame().stream())
                .sorted();
        Stream<String> answers = Stream.of(BoxTask.NOTHING, BoxTask.SOMETHING, BeliefQuestion.UNKNOWN, ",", "and", ".");
        Stream<String> things = Stream.of(Kind.values()).flatMap(kind -> kind.words().stream());
        vocabulary = new Vocabulary(Stream.of(frame, answers, things).flatMap(words -> words));
    }

    /** The world of a seed, which decides what is held out. */
    public static BindingWorld of(long seed) {
        return of(BindingSplit.of(seed));
    }

    /**
     * The world of a split.
     *
     * @throws IllegalArgumentException if training texts of the split's numbers would not fit into 96 tokens
     */
    public static BindingWorld of(BindingSplit split) {
        return new BindingWorld(split);
    }

    private Map<TextSource, Double> shares() {
        Map<TextSource, Double> shares = new LinkedHashMap<>();
        shares.put(contexts.source(), 0.5);
        shares.put(boxes.source(), 0.3);
        shares.put(beliefs.source(), 0.17);
        shares.put(new CapitalText(), 0.03);
        return shares;
    }

    /** What training may contain. */
    public BindingSplit split() {
        return split;
    }

    /** Countries, foods and pets bound to names. */
    public ContextWorld contexts() {
        return contexts;
    }

    /** Objects in boxes. */
    public BoxWorld boxes() {
        return boxes;
    }

    /** Who believes what. */
    public BeliefWorld beliefs() {
        return beliefs;
    }

    /** The kinds of text that the training text is made of. */
    public Mixture text() {
        return text;
    }

    /** Every word and its number. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The training text, in sequences of {@link #TOKENS} tokens. */
    public TextStream stream() {
        return new TextStream(text, vocabulary, TOKENS);
    }
}
