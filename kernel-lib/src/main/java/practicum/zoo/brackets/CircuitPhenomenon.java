package practicum.zoo.brackets;

import java.util.List;
import java.util.Locale;
import practicum.method.CircuitPruning;
import practicum.method.PrunedCircuit;
import practicum.model.Transformer;
import practicum.world.brackets.CodeWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** How much of a model can be held at its mean while it still chooses the closing quote. */
record CircuitPhenomenon(CodeWorld world) implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        CircuitPruning pruning = QuoteTask.pruning(subject.model(), world);
        PrunedCircuit circuit = pruning.under(QuoteTask.TARGET);
        PrunedCircuit byChance = pruning.randomUnder(QuoteTask.TARGET, 1);
        return List.of(new Measurement(
                "circuit: quote",
                String.format(
                        Locale.ROOT,
                        "share of the %,d units that may be at their mean while the quote's loss is below %.2f nats; %d"
                                + " stay, with %,d weights between them",
                        pruning.units(),
                        QuoteTask.TARGET,
                        circuit.nodes(),
                        circuit.edges()),
                1 - (double) circuit.nodes() / pruning.units(),
                "taken away in random order",
                1 - (double) byChance.nodes() / pruning.units(),
                0.02,
                CodePhenomena.PRACTICUMS));
    }
}
