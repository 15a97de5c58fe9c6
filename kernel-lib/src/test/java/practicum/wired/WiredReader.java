package practicum.wired;

import java.util.List;
import java.util.Map;
import practicum.model.Transformer;
import practicum.wired.Wired.Subspace;
import practicum.world.Vocabulary;

/** Models of one layer of attention that look at one kind of word, or one place, and say what follows from it. */
public final class WiredReader {
    private static final int CONTEXT = 64;

    private final Wiring wiring;
    private final Subspace token;
    private final Subspace position;

    private WiredReader(Vocabulary vocabulary, int heads) {
        wiring = new Wiring(1, heads, CONTEXT, vocabulary.tokens().stream());
        token = wiring.tokens();
        position = wiring.positions();
    }

    /** From everywhere it looks at these words, and each of them gives others these logits. */
    public static Transformer atWords(Vocabulary vocabulary, Map<String, Map<String, Double>> logits) {
        WiredReader reader = new WiredReader(vocabulary, 1);
        int[] from = reader.dims(List.copyOf(logits.keySet()));
        Subspace seen = reader.wiring.space("word seen", from.length);
        Subspace any = reader.wiring.space("is such a word", 1);
        int i = 0;
        for (Map.Entry<String, Map<String, Double>> word : logits.entrySet()) {
            reader.wiring.embed(reader.wiring.id(word.getKey()), any.dim(0));
            int dim = seen.dim(i++);
            word.getValue().forEach((said, logit) -> reader.wiring.unembed(dim, reader.wiring.id(said), logit));
        }
        reader.wiring
                .head(0, 0, "reader", "looks at such words")
                .seek(reader.position.dims(), any.dim(0), Wiring.SHARP)
                .move(from, seen.dims(), 1);
        return reader.build();
    }

    /** It looks so many words back, and what stands there gives others these logits. */
    public static Transformer wordsBack(Vocabulary vocabulary, int back, Map<String, Map<String, Double>> logits) {
        WiredReader reader = new WiredReader(vocabulary, 1);
        int[] from = reader.dims(List.copyOf(logits.keySet()));
        Subspace seen = reader.wiring.space("word seen", from.length);
        int i = 0;
        for (Map<String, Double> said : logits.values()) {
            int dim = seen.dim(i++);
            said.forEach((word, logit) -> reader.wiring.unembed(dim, reader.wiring.id(word), logit));
        }
        reader.lookingBack(0, back).move(from, seen.dims(), 1);
        return reader.build();
    }

    /** It says what stands so many words back. */
    public static Transformer echo(Vocabulary vocabulary, int back) {
        WiredReader reader = new WiredReader(vocabulary, 1);
        reader.lookingBack(0, back)
                .move(reader.token.dims(), reader.wiring.logits("word to say").dims(), 10);
        return reader.build();
    }

    /** It says all the words that it has read. */
    public static Transformer copying(Vocabulary vocabulary) {
        WiredReader reader = new WiredReader(vocabulary, 1);
        reader.wiring
                .head(0, 0, "copying head", "looks everywhere alike")
                .move(reader.token.dims(), reader.wiring.logits("word to say").dims(), 100);
        return reader.build();
    }

    /** Its first head takes away the word that stands so many words back; its second says all words a little. */
    public static Transformer takingAway(Vocabulary vocabulary, int back) {
        WiredReader reader = new WiredReader(vocabulary, 2);
        Subspace says = reader.wiring.logits("word to say");
        reader.lookingBack(0, back).move(reader.token.dims(), says.dims(), -10);
        reader.wiring.head(0, 1, "copying head", "looks everywhere alike").move(reader.token.dims(), says.dims(), 8);
        return reader.build();
    }

    private HeadWiring lookingBack(int head, int back) {
        return wiring.head(0, head, "positional head", "looks so many words back")
                .match(position.dims(back, CONTEXT), position.dims(0, CONTEXT - back), Wiring.SHARP);
    }

    private int[] dims(List<String> words) {
        return words.stream().mapToInt(word -> token.dim(wiring.id(word))).toArray();
    }

    private Transformer build() {
        return wiring.attentionOnly("reader by hand", "what it was given").model();
    }
}
