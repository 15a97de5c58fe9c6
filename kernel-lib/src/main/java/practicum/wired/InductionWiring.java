package practicum.wired;

import java.util.List;
import practicum.wired.Wired.Subspace;

/** A head that looks at the token before, alone, under an induction head, and beside one. */
final class InductionWiring {
    private static final int HEADS = 3;
    private static final int CONTEXT = 48;
    private static final double LOGIT = 10;
    private static final List<String> WORDS = List.of(
            "apple", "bell", "bird", "boat", "book", "bread", "candle", "cat", "chair", "clock", "cloud", "coat",
            "corn", "cup", "dog", "door", "drum", "egg", "fish", "flag", "glove", "goat", "gold", "hat", "horse", "key",
            "lamp", "leaf", "moon", "mouse", "nest", "owl", "pear", "ring", "rope", "ship", "spoon", "star", "tree",
            "wheel");

    private final Wiring wiring;
    private final Subspace token;
    private final Subspace position;

    private InductionWiring(int layers) {
        wiring = new Wiring(layers, HEADS, CONTEXT, WORDS.stream());
        token = wiring.tokens();
        position = wiring.positions();
    }

    static Wired previousToken() {
        InductionWiring w = new InductionWiring(1);
        Subspace before = w.wiring.logits("token before");
        w.previousTokenHead(before, LOGIT);
        w.idleRest();
        return w.wiring.attentionOnly(
                "previous-token by hand",
                "After any word it says the word before it, with a logit of 10 against 0: right in text that alternates.");
    }

    static Wired induction() {
        return withInductionHead(
                2,
                "induction by hand",
                "After a word that was there before it says what followed it then: a logit of 10, shared out if it was"
                        + " there more than once; after a new word all logits are 0.");
    }

    static Wired control() {
        return withInductionHead(
                1,
                "induction in one layer, by hand",
                "It says nothing, ever: its induction head stands beside the previous-token head and not above it, and so"
                        + " finds nothing to match.");
    }

    private static Wired withInductionHead(int layers, String name, String says) {
        InductionWiring w = new InductionWiring(layers);
        Subspace before = w.wiring.perToken("token before");
        Subspace next = w.wiring.logits("token to come");
        w.previousTokenHead(before, 1);
        w.inductionHead(layers - 1, before, next);
        w.idleRest();
        return w.wiring.attentionOnly(name, says);
    }

    private void previousTokenHead(Subspace before, double strength) {
        wiring.head(0, 1, "previous-token head", "looks at the position before and writes the word there")
                .match(position.dims(1, CONTEXT), position.dims(0, CONTEXT - 1), Wiring.SHARP)
                .move(wiring.words(token), wiring.words(before), strength);
    }

    private void inductionHead(int layer, Subspace before, Subspace next) {
        wiring.head(layer, 2, "induction head", "looks for words whose word before is the one at hand, and says them")
                .match(wiring.words(token), wiring.words(before), Wiring.SHARP)
                .seek(token.dims(), wiring.begin(token), Wiring.REST)
                .move(wiring.words(token), wiring.words(next), LOGIT);
    }

    private void idleRest() {
        wiring.idleHeads(token, wiring.space("unread", 1));
    }
}
