package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.token.Tokens;

/**
 * Sentences as a model reads them, and where their words are there.
 *
 * @param tokens one row per sentence
 * @param firstWords for each row the place of the first word
 */
record TreeTokens(Tokens tokens, List<Integer> firstWords) {
    static TreeTokens of(Transformer model, List<DependencyTree> trees) {
        Tokens tokens = model.tokens(
                trees.stream().map(tree -> String.join(" ", tree.words())).toArray(String[]::new));
        List<Integer> first = new ArrayList<>();
        for (int row = 0; row < trees.size(); row++) {
            List<String> labels = tokens.labels(row).stream().map(String::strip).toList();
            int at = Collections.indexOfSubList(labels, trees.get(row).words());
            if (at < 0) {
                throw new ModelException("The tokenizer does not make one token of each word: of "
                        + trees.get(row).words() + " it makes " + tokens.labels(row)
                        + ". Read the words' vectors yourself, and give them to new ProbedSentence(tree, vectors).");
            }
            first.add(at);
        }
        return new TreeTokens(tokens, List.copyOf(first));
    }

    int firstWord(int row) {
        return firstWords.get(row);
    }
}
