package practicum.method;

import java.util.List;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.tensor.Tensor;

/**
 * Words with what a model made of each, and a label for each: what a {@link LinearProbe} learns from.
 *
 * @param vectors one per word [word, d]
 * @param words the words themselves, which a {@link ControlTask} goes by
 * @param labels what is to be told of each, such as its part of speech
 */
public record LabelledWords(Tensor vectors, List<String> words, List<String> labels) {
    /** @throws ModelException if there are not as many of each, or none */
    public LabelledWords {
        words = List.copyOf(words);
        labels = List.copyOf(labels);
        if (words.isEmpty()
                || words.size() != labels.size()
                || vectors.rank() != 2
                || vectors.size(0) != words.size()) {
            throw new ModelException(
                    "A probe needs words, at least one, with a vector [word, d] and a label for each; got "
                            + words.size() + " words, " + labels.size() + " labels and " + vectors + ".");
        }
    }

    /** All words of sentences, one sentence after the other, with a label for each word of each. */
    public static LabelledWords of(List<ProbedSentence> sentences, List<List<String>> labels) {
        if (sentences.isEmpty()) {
            throw new ModelException("There are no sentences to take words from.");
        }
        return new LabelledWords(
                Tensor.concat(0, sentences.stream().map(ProbedSentence::vectors).toList()),
                sentences.stream().flatMap(each -> each.tree().words().stream()).toList(),
                labels.stream().flatMap(List::stream).toList());
    }

    /** How many there are. */
    public int size() {
        return words.size();
    }

    /** The same words with other labels. */
    public LabelledWords with(List<String> newLabels) {
        return new LabelledWords(vectors, words, newLabels);
    }

    /** Only these, by their places. */
    public LabelledWords only(int... places) {
        return new LabelledWords(
                vectors.take(0, places),
                IntStream.of(places).mapToObj(words::get).toList(),
                IntStream.of(places).mapToObj(labels::get).toList());
    }
}
