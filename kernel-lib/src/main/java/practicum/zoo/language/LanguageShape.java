package practicum.zoo.language;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.ModelConfig;
import practicum.world.Vocabulary;
import practicum.zoo.Family;
import practicum.zoo.TransformerBody;

/**
 * The shape of a language model: GPT-Neo's, in which scores are not scaled and some layers look only a few tokens back.
 *
 * @param windows for each layer, how many tokens it sees, its own included; 0 where it sees all
 * @param width the length of the hidden states
 * @param heads heads of each layer
 * @param embeddingFactor how many times as large as usual the embeddings begin
 */
record LanguageShape(List<Integer> windows, int width, int heads, double embeddingFactor) {
    /** What no model of this kind can do. */
    static final List<String> LIMITS = List.of(
            "It knows the words of its world and no others: a prompt with another word is an error.",
            "It reads at most 64 tokens and was trained on sentences of a few patterns; outside them it guesses.");

    private static final String PROMPT = "When Mary and John went to the store , John gave a drink to";

    /** The shape whose first layers see this many tokens each; the others see all. */
    static LanguageShape localFirst(
            int layers, int localLayers, int window, int width, int heads, double embeddingFactor) {
        return new LanguageShape(windows(localLayers, window, layers - localLayers, 0), width, heads, embeddingFactor);
    }

    /** The shape whose first layer sees all tokens; the others see this many each. */
    static LanguageShape globalFirst(int layers, int window, int width, int heads, double embeddingFactor) {
        return new LanguageShape(windows(1, 0, layers - 1, window), width, heads, embeddingFactor);
    }

    private static List<Integer> windows(int first, int window, int others, int otherWindow) {
        return Stream.concat(
                        Collections.nCopies(first, window).stream(), Collections.nCopies(others, otherWindow).stream())
                .toList();
    }

    int layers() {
        return windows.size();
    }

    /** A model of this shape before training. */
    TransformerBody body(String name, Vocabulary vocabulary) {
        return new TransformerBody(
                        Family.GPT_NEO, config(name, vocabulary.size()), vocabulary, PROMPT, Precision.FLOAT16)
                .withWideEmbeddings(embeddingFactor);
    }

    private ModelConfig config(String name, int words) {
        return ModelConfig.shape(name, layers(), width, heads, 4 * width, words, Curriculum.CONTEXT)
                .attnScale(1)
                .attnBias(false, true)
                .window(windows)
                .build();
    }
}
