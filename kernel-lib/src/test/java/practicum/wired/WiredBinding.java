package practicum.wired;

import java.util.List;
import practicum.model.Transformer;
import practicum.wired.Wired.Subspace;
import practicum.world.Vocabulary;

/**
 * A model that fetches what was said of a name, in a known way: in its first layer every token reads the name nearest
 * before it; in its second the last token looks at the attribute whose name is its own, and says it. The third is idle.
 */
public final class WiredBinding {
    private static final int LAYERS = 3;
    private static final int CONTEXT = 96;
    private static final int FETCHING_HEAD = 1;
    /** How much nearer counts for, each token; a name counts for more than any nearness. */
    private static final double NEARER = 20;

    private WiredBinding() {}

    /** The model. */
    public static Transformer of(Vocabulary vocabulary, List<String> names, List<String> attributes) {
        Wiring wiring = new Wiring(LAYERS, 2, CONTEXT, vocabulary.tokens().stream());
        Subspace token = wiring.tokens();
        Subspace position = wiring.positions();
        Subspace isName = wiring.space("is a name", 1);
        Subspace isAttribute = wiring.space("is an attribute", 1);
        Subspace late = wiring.space("how late", 1);
        Subspace owner = wiring.space("name nearest before", names.size());
        Subspace says = wiring.logits("word to say");
        names.forEach(name -> wiring.embed(wiring.id(name), isName.dim(0)));
        attributes.forEach(attribute -> wiring.embed(wiring.id(attribute), isAttribute.dim(0)));
        for (int p = 0; p < CONTEXT; p++) {
            wiring.set("pos_embed.W_pos", p, late.dim(0), p);
        }
        wiring.head(0, 0, "owner head", "looks at the name nearest before")
                .seek(position.dims(), isName.dim(0), NEARER * CONTEXT)
                .seek(position.dims(), late.dim(0), NEARER)
                .move(dims(wiring, token, names), owner.dims(), 1);
        wiring.head(1, FETCHING_HEAD, "fetching head", "looks at the attribute of the name asked about")
                .match(owner.dims(), owner.dims(), Wiring.SHARP)
                .seek(position.dims(), isAttribute.dim(0), Wiring.SHARP)
                .move(dims(wiring, token, attributes), dims(wiring, says, attributes), 10);
        wiring.idleHeads(token, wiring.space("unread", 1));
        return wiring.attentionOnly("binding by hand", "the attribute of the name asked about")
                .model();
    }

    private static int[] dims(Wiring wiring, Subspace perToken, List<String> words) {
        return words.stream().mapToInt(word -> perToken.dim(wiring.id(word))).toArray();
    }
}
