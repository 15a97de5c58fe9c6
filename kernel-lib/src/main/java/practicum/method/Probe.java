package practicum.method;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import practicum.model.ModelException;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * A classifier of vectors: what it tells is in them, in a form that a classifier of its kind can read. A
 * {@link ProbeFamily} is the kind.
 */
public sealed interface Probe permits LinearProbe, MlpProbe {
    /** The labels that it tells apart, in the order of its scores. */
    List<String> labels();

    /** The scores of each label, before the softmax [n, label]. */
    Tensor logits(Tensor vectors);

    /** The likeliest label of each vector. */
    default List<String> predict(Tensor vectors) {
        try (Scope scope = Scope.open()) {
            return LongStream.of(logits(vectors).argMax(1).toLongArray())
                    .mapToObj(i -> labels().get((int) i))
                    .toList();
        }
    }

    /** The share of words whose likeliest label is theirs. */
    default double accuracy(LabelledWords words) {
        List<String> predicted = predict(words.vectors());
        return IntStream.range(0, words.size())
                        .filter(i -> predicted.get(i).equals(words.labels().get(i)))
                        .count()
                / (double) words.size();
    }

    /**
     * −log p of each word's own label, in nats.
     *
     * @throws ModelException if a word has a label that the probe does not know, to which it gives no probability at all
     */
    default double[] surprisals(LabelledWords words) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            float[][] logProbs = logits(words.vectors()).logSoftmax(1).toMatrix();
            return IntStream.range(0, words.size())
                    .mapToDouble(i -> -logProbs[i][place(words.labels().get(i))])
                    .toArray();
        }
    }

    private int place(String label) {
        int place = labels().indexOf(label);
        if (place < 0) {
            throw new ModelException("The probe does not know the label \"" + label + "\": it tells " + labels()
                    + " apart. Train it with all labels: family.train(words, labels).");
        }
        return place;
    }
}
