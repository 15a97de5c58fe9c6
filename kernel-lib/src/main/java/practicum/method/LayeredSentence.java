package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * What a model made of each word of a sentence, at several hooks.
 *
 * @param tree the sentence
 * @param layers one vector per hook and word [layer, word, d]
 */
public record LayeredSentence(DependencyTree tree, Tensor layers) {
    private static final int BATCH = 64;

    /** @throws ModelException if there are not as many vectors as words at each hook */
    public LayeredSentence {
        if (layers.rank() != 3 || layers.size(1) != tree.size()) {
            throw new ModelException("A sentence of " + tree.size()
                    + " words needs a vector for each at every hook [layer, word, d], got " + layers + ".");
        }
    }

    /**
     * Runs a model on sentences and reads some hooks at every word.
     *
     * @param hooks such as the embedding and the stream after each layer, in this order
     * @throws ModelException if the tokenizer does not make one token of each word, or there is no hook
     */
    public static List<LayeredSentence> read(Transformer model, List<Hook> hooks, List<DependencyTree> trees) {
        if (hooks.isEmpty()) {
            throw new ModelException("Name at least one hook to read the words' vectors at.");
        }
        List<LayeredSentence> read = new ArrayList<>();
        for (int from = 0; from < trees.size(); from += BATCH) {
            List<DependencyTree> part = trees.subList(from, Math.min(trees.size(), from + BATCH));
            TreeTokens tokens = TreeTokens.of(model, part);
            try (Scope scope = Scope.open()) {
                Run run = model.run(tokens.tokens(), Recording.of(hooks.toArray(Hook[]::new)));
                for (int row = 0; row < part.size(); row++) {
                    int first = tokens.firstWord(row);
                    Tensor own = vectors(run, hooks, row)
                            .narrow(1, first, first + part.get(row).size());
                    read.add(new LayeredSentence(part.get(row), scope.keep(own.copy())));
                }
            }
        }
        return List.copyOf(read);
    }

    /** What the hooks of one row hold [layer, pos, d]. */
    private static Tensor vectors(Run run, List<Hook> hooks, int row) {
        return Tensor.stack(
                0, hooks.stream().map(hook -> run.get(hook).select(0, row)).toList());
    }

    /** The sentence at one of the hooks. */
    public ProbedSentence at(int layer) {
        return new ProbedSentence(tree, layers.get(layer));
    }
}
