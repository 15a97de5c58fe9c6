package practicum.method;

import java.util.List;
import java.util.TreeSet;
import practicum.train.Recipe;

/**
 * A kind of probe and how one is trained. What can be read off vectors depends on who reads: every number that a probe
 * gives is about its family too (Xu et al. 2020, arXiv 2002.10689).
 */
@FunctionalInterface
public interface ProbeFamily {
    /**
     * Trains a probe.
     *
     * @param labels all that it is to tell apart, whether or not they are among the words
     * @throws practicum.model.ModelException if there are fewer than two labels, or a word's is not among them
     */
    Probe train(LabelledWords words, List<String> labels);

    /** Trains a probe that tells the words' own labels apart. */
    default Probe train(LabelledWords words) {
        return train(words, List.copyOf(new TreeSet<>(words.labels())));
    }

    /** Linear probes. */
    static ProbeFamily linear(Recipe recipe) {
        return (words, labels) -> LinearProbe.train(words, labels, recipe);
    }

    /** Probes with a hidden layer. */
    static ProbeFamily mlp(int hidden, Recipe recipe) {
        return (words, labels) -> MlpProbe.train(words, labels, hidden, recipe);
    }
}
