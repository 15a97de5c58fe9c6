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
 * @param layers how many there are
 * @param localLayers how many of them, the first, look only a few tokens back
 * @param window how many tokens those see, their own included
 * @param width the length of the hidden states
 * @param heads heads of each layer
 * @param embeddingFactor how many times as large as usual the embeddings begin
 */
record LanguageShape(int layers, int localLayers, int window, int width, int heads, double embeddingFactor) {
    /** What no model of this kind can do. */
    static final List<String> LIMITS = List.of(
            "It knows the words of its world and no others: a prompt with another word is an error.",
            "It reads at most 64 tokens and was trained on sentences of a few patterns; outside them it guesses.");

    private static final String PROMPT = "When Mary and John went to the store , John gave a drink to";

    /** A model of this shape before training. */
    TransformerBody body(String name, Vocabulary vocabulary) {
        return new TransformerBody(
                        Family.GPT_NEO, config(name, vocabulary.size()), vocabulary, PROMPT, Precision.FLOAT16)
                .withWideEmbeddings(embeddingFactor);
    }

    private ModelConfig config(String name, int words) {
        List<Integer> windows = Stream.concat(
                        Collections.nCopies(localLayers, window).stream(),
                        Collections.nCopies(layers - localLayers, 0).stream())
                .toList();
        return ModelConfig.shape(name, layers, width, heads, 4 * width, words, Curriculum.CONTEXT)
                .attnScale(1)
                .attnBias(false, true)
                .window(windows)
                .build();
    }
}
