package practicum.wired;

import java.util.List;
import java.util.stream.Stream;
import practicum.model.Activation;
import practicum.wired.Wired.Subspace;

/** A model of which word goes with which, that is less sure of it after "maybe". */
final class EntropyNeuronWiring {
    private static final String HEDGE = "maybe";
    private static final String SURE = "surely";
    /** A noun and what is said of it, the likeliest first. */
    private static final List<List<String>> SAID = List.of(
            List.of("snow", "white", "cold", "soft"),
            List.of("grass", "green", "wet", "tall"),
            List.of("night", "dark", "long", "quiet"),
            List.of("fire", "hot", "red", "bright"),
            List.of("sea", "blue", "deep", "wide"),
            List.of("sun", "warm", "yellow", "high"),
            List.of("stone", "grey", "hard", "old"));

    private static final double[] LOGITS = {6, 4, 3};

    private static final int CONTEXT = 16;
    private static final int NEURONS = 4;
    private static final double EPSILON = 1e-9;
    private static final double DOUBT = 0.1;
    private static final double ACTIVATION = 2;

    private EntropyNeuronWiring() {}

    static Wired build() {
        Stream<String> words =
                Stream.concat(Stream.of(HEDGE, SURE), SAID.stream().flatMap(List::stream));
        Wiring wiring = new Wiring(1, 2, CONTEXT, words);
        Subspace token = wiring.tokens();
        Subspace says = wiring.logits("word that a neuron says");
        Subspace doubt = wiring.space("doubt", 1);
        Subspace unread = wiring.space("null space", 1);
        for (List<String> said : SAID) {
            for (int rank = 0; rank < LOGITS.length; rank++) {
                wiring.unembed(token.dim(wiring.id(said.get(0))), wiring.id(said.get(rank + 1)), LOGITS[rank]);
            }
        }
        int hedge = token.dim(wiring.id(HEDGE));
        wiring.head(0, 0, "hedge head", "looks for an earlier \"maybe\" and writes doubt")
                .seek(token.dims(), hedge, Wiring.SHARP)
                .seek(token.dims(), wiring.begin(token), Wiring.REST)
                .move(new int[] {hedge}, doubt.dims(), DOUBT);
        wiring.head(0, 1, "idle head", "looks everywhere alike and writes nothing")
                .move(token.dims(), token.dims(), 0);
        neurons(wiring, token, says, doubt, unread);
        int width = unread.dim(0) + 1;
        return wiring.build(
                "entropy neuron by hand",
                "After a noun it says what goes with it; after \"maybe\" in front of it the same in the same order, but"
                        + " less surely.",
                NEURONS,
                EPSILON,
                1 / Math.sqrt(width), // x / rms(x) / √d_model is x / |x|
                shape -> shape.noPositions().mlp(Activation.RELU, false));
    }

    private static void neurons(Wiring wiring, Subspace token, Subspace says, Subspace doubt, Subspace unread) {
        wiring.neuron(0, doubt.dim(0), 1, unread.dim(0), 0, "idle neuron", "reads doubt and writes nothing");
        wiring.neuron(
                1,
                token.dim(wiring.id("fire")),
                1,
                says.dim(wiring.id("red")),
                4,
                "word neuron",
                "reads \"fire\" and says \"red\" with 4 before the final norm: it changes the ranking");
        wiring.neuron(
                2, token.dim(wiring.id("sea")), 1, unread.dim(0), 0, "idle neuron", "reads \"sea\", writes nothing");
        wiring.neuron(
                3,
                doubt.dim(0),
                ACTIVATION / DOUBT,
                unread.dim(0),
                1,
                "entropy neuron",
                "reads doubt and writes where the unembedding reads nothing, so that the final norm divides by more");
    }
}
