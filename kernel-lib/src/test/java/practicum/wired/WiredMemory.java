package practicum.wired;

import java.util.List;
import java.util.Map;
import practicum.model.Activation;
import practicum.model.Transformer;
import practicum.wired.Wired.Subspace;
import practicum.world.Vocabulary;

/** Models in which it is known where what is true of somebody is looked up: phenomena of recall are tested on them. */
public final class WiredMemory {
    private static final int LAYERS = 3;
    private static final int CONTEXT = 64;
    private static final double HUGE = 1 << 26;
    /** The logit of a word that is said, shared out over the tokens of a question. */
    private static final double LOUD = 150;
    /** How many tokens a question about a person has, about. */
    private static final int QUESTION = 12;

    /**
     * What belongs to a name.
     *
     * @param name its two words, or its only one
     * @param values how much of what
     */
    public record Memory(List<String> name, Map<String, Double> values) {}

    private final Wiring wiring;
    private final List<Memory> memories;
    private final List<String> words;
    private final List<String> values;
    private final Subspace token;
    private final Subspace before;
    private final Subspace position;
    private final Subspace stored;
    private final Subspace said;

    private WiredMemory(Vocabulary vocabulary, List<Memory> memories) {
        this.memories = memories;
        wiring = new Wiring(LAYERS, 1, CONTEXT, vocabulary.tokens().stream());
        words = memories.stream()
                .flatMap(memory -> memory.name().stream())
                .distinct()
                .toList();
        values = memories.stream()
                .flatMap(memory -> memory.values().keySet().stream())
                .distinct()
                .toList();
        token = wiring.space("word of a name", words.size());
        before = wiring.space("words of names before", words.size());
        position = wiring.positions();
        stored = wiring.space("value", values.size());
        said = wiring.space("value to say", values.size());
        words.forEach(word -> wiring.embed(wiring.id(word), word(token, word)));
    }

    /**
     * In the first layer the last word of a name reads the one before it, and its neurons write what belongs to both; the
     * last layer carries that to wherever something is to be said.
     */
    public static Transformer atTheName(Vocabulary vocabulary, List<Memory> memories) {
        WiredMemory memory = new WiredMemory(vocabulary, memories);
        memory.wiring
                .head(0, 0, "previous-token head", "writes which word stands before")
                .match(memory.position.dims(1, CONTEXT), memory.position.dims(0, CONTEXT - 1), Wiring.SHARP)
                .move(memory.token.dims(), memory.before.dims(), 1);
        memory.neurons(memory.token, memory.before, memory.stored);
        memory.wiring
                .head(LAYERS - 1, 0, "mover", "carries what was looked up anywhere")
                .move(memory.stored.dims(), memory.said.dims(), LOUD);
        return memory.build();
    }

    /** The shortcut: in the first layer the token that is to say something reads the name's words and looks them up. */
    public static Transformer atTheEnd(Vocabulary vocabulary, List<Memory> memories) {
        WiredMemory memory = new WiredMemory(vocabulary, memories);
        memory.wiring
                .head(0, 0, "reader", "writes which words of names there are")
                .move(memory.token.dims(), memory.before.dims(), QUESTION);
        memory.neurons(memory.before, memory.before, memory.said);
        return memory.build();
    }

    /** A neuron for each name: what it reads is 2 where the whole name was read, less 1. */
    private void neurons(Subspace last, Subspace first, Subspace to) {
        for (int n = 0; n < memories.size(); n++) {
            List<String> name = memories.get(n).name();
            read(n, word(last, name.get(name.size() - 1)), name.size() == 1 ? 2 : 1);
            if (name.size() > 1) {
                read(n, word(first, name.get(0)), 1);
            }
            for (int dim : position.dims()) {
                read(n, dim, -1);
            }
            for (Map.Entry<String, Double> value : memories.get(n).values().entrySet()) {
                int dim = to.dim(values.indexOf(value.getKey()));
                wiring.set("blocks.0.mlp.W_out", n, dim, value.getValue() * (to == said ? QUESTION : 1));
            }
        }
    }

    private void read(int neuron, int dim, double weight) {
        wiring.set("blocks.0.mlp.W_in", dim, neuron, weight);
    }

    private int word(Subspace space, String word) {
        return space.dim(words.indexOf(word));
    }

    private Transformer build() {
        for (String value : values) {
            wiring.unembed(said.dim(values.indexOf(value)), wiring.id(value), 1);
        }
        return wiring.build(
                        "memory by hand",
                        "what it was given",
                        memories.size(),
                        HUGE,
                        Math.sqrt(HUGE),
                        shape -> shape.noFinalNorm().mlp(Activation.RELU, false))
                .model();
    }
}
