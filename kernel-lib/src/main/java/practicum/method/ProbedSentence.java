package practicum.method;

import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/**
 * What a model made of each word of a sentence, beside the sentence's tree.
 *
 * @param tree the sentence
 * @param vectors one per word [word, d]
 */
public record ProbedSentence(DependencyTree tree, Tensor vectors) {
    /** @throws ModelException if there are not as many vectors as words */
    public ProbedSentence {
        if (vectors.rank() != 2 || vectors.size(0) != tree.size()) {
            throw new ModelException(
                    "A sentence of " + tree.size() + " words needs a vector for each [word, d], got " + vectors + ".");
        }
    }

    /**
     * Runs a model on sentences and reads a hook at every word.
     *
     * @throws ModelException if the tokenizer does not make one token of each word; then read the vectors yourself, say as
     *     the mean over a word's tokens, and use the constructor
     */
    public static List<ProbedSentence> read(Transformer model, Hook hook, List<DependencyTree> trees) {
        return LayeredSentence.read(model, List.of(hook), trees).stream()
                .map(sentence -> sentence.at(0))
                .toList();
    }

    /** The sentence without the words that depend in some way on others, such as "punct", which treebanks leave out of scores. */
    public ProbedSentence without(String relation) {
        List<Integer> kept = tree.places(each -> !each.equals(relation));
        return new ProbedSentence(
                tree.only(kept), vectors.take(0, kept.stream().mapToInt(i -> i).toArray()));
    }

    /** The words' vectors where a word's vector is its place in the sentence: what a chain of words is predicted from. */
    public ProbedSentence inAChain() {
        double[][] places =
                IntStream.range(0, tree.size()).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        return new ProbedSentence(tree, Tensor.of(places));
    }
}
