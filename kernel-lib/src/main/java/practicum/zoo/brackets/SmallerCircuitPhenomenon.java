package practicum.zoo.brackets;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import practicum.load.Models;
import practicum.method.PrunedCircuit;
import practicum.model.Transformer;
import practicum.world.brackets.CodeWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * How many times smaller the sparse model's circuit is than the dense one's at the same loss: the headline of Gao et al.
 * (2025). The control is what can be had without sparse training, by cutting the dense model's smallest weights.
 */
record SmallerCircuitPhenomenon(CodeWorld world) implements Phenomenon<Transformer> {
    private static final double[] SHARES = {0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer dense = Models.load(BracketsModel.DENSE);
        PrunedCircuit large = circuit(dense);
        PrunedCircuit small = circuit(subject.model());
        double share = DoubleStream.of(SHARES)
                .filter(each -> QuoteTask.pruning(SparsityPhenomenon.cut(dense, each), world)
                                .wholeLoss()
                        <= QuoteTask.TARGET / 2)
                .findFirst()
                .orElse(1);
        PrunedCircuit cut = circuit(SparsityPhenomenon.cut(dense, share));
        return List.of(new Measurement(
                "circuit: edges",
                String.format(
                        Locale.ROOT,
                        "how many times as many weights the dense model's circuit for the quote has (%,d and %,d; units"
                                + " %d and %d)",
                        large.edges(),
                        small.edges(),
                        large.nodes(),
                        small.nodes()),
                (double) large.edges() / small.edges(),
                String.format(
                        Locale.ROOT, "against the dense model with its smallest weights cut to %.0f %%", 100 * share),
                (double) large.edges() / cut.edges(),
                5,
                CodePhenomena.PRACTICUMS));
    }

    private PrunedCircuit circuit(Transformer model) {
        return QuoteTask.pruning(model, world).under(QuoteTask.TARGET);
    }
}
