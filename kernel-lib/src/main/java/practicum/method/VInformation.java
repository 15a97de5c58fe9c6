package practicum.method;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import practicum.model.ModelException;

/**
 * How much a family of probes can tell of labels from vectors: I_V(X → Y) = H_V(Y | ∅) − H_V(Y | X), the nats by which the
 * labels surprise it less with the vectors than without. Unlike Shannon's information it can grow when vectors are
 * computed from others: a model may put what it knows into a form that the family can read.
 *
 * <p>Both entropies are those of labels that were not trained on, so a probe that learned by heart pays for it, and the
 * information may even be below zero.
 *
 * <p>Source: Xu et al. 2020, "A theory of usable information under computational constraints", arXiv 2002.10689.
 *
 * @param without H_V(Y | ∅) in nats: surprise at a label for one who knows how often each occurs
 * @param with H_V(Y | X) in nats: surprise at a label for a probe of the family
 */
public record VInformation(double without, double with) {
    /**
     * Trains a probe, and measures on other words.
     *
     * @throws ModelException if there is a label among the test words that training never shows
     */
    public static VInformation of(ProbeFamily family, LabelledWords train, LabelledWords test) {
        double with =
                Arrays.stream(family.train(train).surprisals(test)).average().orElseThrow();
        double without = test.labels().stream()
                .mapToDouble(label -> -Math.log(Collections.frequency(train.labels(), label) / (double) train.size()))
                .average()
                .orElseThrow();
        return new VInformation(without, with);
    }

    /** I_V(X → Y) in nats. */
    public double nats() {
        return without - with;
    }

    /** I_V(X → Y) in bits. */
    public double bits() {
        return nats() / Math.log(2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "V-information %.3f nats: %.3f without, %.3f with the vectors", nats(), without, with);
    }
}
