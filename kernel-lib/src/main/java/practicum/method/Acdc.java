package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.progress.Progress;

/**
 * Automatic circuit discovery: takes connections away, from the logits back to the input, for as long as that does little.
 *
 * <p>Readers are visited from the last to the first, and of each reader the writers from the last to the first. A connection
 * goes if the prediction without it is hardly further from the whole model's than it was before: if the Kullback-Leibler
 * divergence rises by less than a threshold. What a reader reads whom nobody hears any more goes unasked. The threshold
 * decides how large the circuit is, the order of the visits which of two that can stand in for each other stays. Source:
 * Conmy et al. 2023 (arXiv 2304.14997).
 */
public final class Acdc {
    /** So many connections are tried at once, as if all before them had gone: what follows one that stays is tried again. */
    private static final int AHEAD = 8;

    private final Run clean;
    private final CircuitRuns runs;

    private Acdc(Run clean, CircuitRuns runs) {
        this.clean = clean;
        this.runs = runs;
    }

    /**
     * A search by the divergence from the clean run's prediction after the last position.
     *
     * @throws ModelException if the two have not the same number of tokens, were changed, or the model's parts do not add up
     */
    public static Acdc of(Run clean, Run corrupted) {
        return of(clean, corrupted, Metric.kl(clean.logits().select(1, -1)));
    }

    /**
     * The same by another measure of damage, such as the loss of a choice.
     *
     * @param damage grows when the circuit gets worse; its mean over prompts counts
     */
    public static Acdc of(Run clean, Run corrupted, Metric damage) {
        return new Acdc(clean, CircuitRuns.of(clean, corrupted, damage));
    }

    /**
     * The circuit that is left.
     *
     * @param threshold how much the damage may rise for one connection, in the metric's units (nats)
     */
    public Circuit circuit(double threshold) {
        if (!(threshold > 0)) {
            throw new ModelException("The threshold has to be above 0, got " + threshold
                    + ": with 0 nothing could go but what makes the circuit better.");
        }
        Nodes nodes = Nodes.of(clean.model().config());
        try (Progress progress = Progress.start("ACDC", nodes.edges())) {
            Search search = new Search(Circuit.whole(clean.model()), threshold);
            for (int r = nodes.readers().size() - 1; r >= 0; r--) {
                search.visit(r);
                progress.advance(nodes.beforeReader().get(r));
            }
            return search.circuit;
        }
    }

    private final class Search {
        private final double threshold;
        private Circuit circuit;
        private double damage;

        Search(Circuit whole, double threshold) {
            this.threshold = threshold;
            circuit = whole;
            damage = runs.metric(whole);
        }

        void visit(int reader) {
            Nodes nodes = circuit.nodes();
            String name = nodes.readers().get(reader);
            if (!isHeard(reader)) {
                circuit = circuit.where((w, r) -> !r.equals(name));
                return;
            }
            int before = nodes.beforeReader().get(reader);
            List<String> writers = IntStream.range(0, before)
                    .mapToObj(i -> nodes.writers().get(before - 1 - i))
                    .toList();
            for (int next = 0; next < writers.size(); ) {
                next += tried(writers.subList(next, Math.min(writers.size(), next + AHEAD)), name);
            }
        }

        private boolean isHeard(int reader) {
            List<Integer> parts = circuit.nodes().writersOf(reader);
            return circuit.nodes().readers().get(reader).equals("logits")
                    || circuit.edges().stream()
                            .anyMatch(e -> parts.contains(circuit.nodes().writer(e.writer())));
        }

        /** Takes connections away until one has to stay; how many were decided. */
        private int tried(List<String> writers, String reader) {
            List<Circuit> smaller = new ArrayList<>();
            Circuit last = circuit;
            for (String writer : writers) {
                last = last.without(writer, reader);
                smaller.add(last);
            }
            double[] damages = runs.metrics(smaller).mean(1).toDoubleArray();
            for (int i = 0; i < damages.length; i++) {
                if (!(damages[i] - damage < threshold)) {
                    return i + 1;
                }
                circuit = smaller.get(i);
                damage = damages[i];
            }
            return damages.length;
        }
    }

    @Override
    public String toString() {
        return "Acdc[" + runs + "]";
    }
}
