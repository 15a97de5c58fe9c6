package practicum.wired;

import java.util.List;
import java.util.stream.Stream;
import practicum.wired.Wired.Subspace;

/** Indirect object identification: who was named twice is marked, the mark moves to the end, and the other name is said. */
final class IoiWiring {
    static final List<String> NAMES = List.of(
            "Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "John", "Laura", "Mary", "Nora",
            "Oscar", "Paul", "Rose", "Tom");
    private static final List<String> FRAME = List.of(
            "When", "After", "While", "and", "went", "to", "met", "at", "were", "the", ",", "gave", "handed", "passed",
            "a", "store", "park", "school", "garden", "station", "office", "drink", "book", "ball", "letter", "key",
            "flower");
    private static final int HEADS = 4;
    private static final int CONTEXT = 32;

    private final Wiring wiring;
    private final Subspace token;
    private final Subspace position;
    private final Subspace isName;
    private final Subspace duplicated;
    private final Subspace inhibited;
    private final Subspace says;
    private final int[] names;
    private final int asks;

    private IoiWiring(int layers) {
        wiring = new Wiring(layers, HEADS, CONTEXT, Stream.concat(NAMES.stream(), FRAME.stream()));
        token = wiring.tokens();
        position = wiring.positions();
        isName = wiring.space("is a name", 1);
        for (int name : wiring.ids(NAMES)) {
            wiring.embed(name, isName.dim(0));
        }
        duplicated = wiring.space("was there before", 1);
        inhibited = wiring.space("name not to say", NAMES.size());
        says = wiring.logits("token to come");
        names = named(token);
        asks = token.dim(wiring.id("to"));
        duplicateTokenHead();
        inhibitionHead();
    }

    static Wired miniature() {
        IoiWiring w = new IoiWiring(3);
        w.nameMover(2, 0, "name mover", 6);
        w.nameMover(2, 2, "name mover", 4);
        w.nameMover(2, 3, "negative name mover", -3);
        return w.build("miniature IOI by hand", "with a logit of 7 against 0");
    }

    static Wired selfRepairing() {
        IoiWiring w = new IoiWiring(4);
        w.nameMover(2, 0, "name mover", 10);
        w.nameMover(3, 1, "backup name mover", 8)
                .seek(w.named(w.says), w.wiring.begin(w.token), 3); // 3 · 10 + REST is more than SHARP
        return w.build(
                "self-repairing IOI by hand", "with a logit of 10 against 0, and of 8 if the name mover is missing");
    }

    private Wired build(String name, String howMuch) {
        wiring.idleHeads(token, wiring.space("unread", 1));
        return wiring.attentionOnly(
                name, "Of two names of which one comes again, it says the other after \"to\", " + howMuch + ".");
    }

    private int[] named(Subspace perToken) {
        return NAMES.stream().mapToInt(name -> perToken.dim(wiring.id(name))).toArray();
    }

    private void duplicateTokenHead() {
        wiring.head(0, 1, "duplicate-token head", "looks at the same word earlier and marks that there was one")
                .match(wiring.words(token), wiring.words(token), Wiring.SHARP)
                .match(position.dims(), position.dims(), -Wiring.SHARP) // not at itself
                .seek(token.dims(), wiring.begin(token), Wiring.REST)
                .flag(wiring.words(token), duplicated.dim(0), 1);
    }

    /** A name that is marked scores 2, either alone 1, and rest 1½, in units of {@link Wiring#SHARP}. */
    private void inhibitionHead() {
        int[] end = {asks};
        wiring.head(
                        1,
                        2,
                        "S-inhibition head",
                        "at \"to\" looks at the name that was there before, and writes not to say it")
                .match(end, isName.dims(), Wiring.SHARP)
                .match(end, duplicated.dims(), Wiring.SHARP)
                .seek(end, wiring.begin(token), Wiring.SHARP + Wiring.REST)
                .move(names, inhibited.dims(), 1);
    }

    private HeadWiring nameMover(int layer, int head, String role, double strength) {
        int[] end = {asks};
        String does =
                "at \"to\" looks at names but the one not to say, and says them with a logit of " + (int) strength;
        return wiring.head(layer, head, role, does)
                .match(end, isName.dims(), Wiring.SHARP)
                .match(inhibited.dims(), names, -2 * Wiring.SHARP)
                .seek(end, wiring.begin(token), Wiring.REST)
                .move(names, named(says), strength);
    }
}
