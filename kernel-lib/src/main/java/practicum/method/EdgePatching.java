package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Intervention;
import practicum.model.BlockLayout;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.PathSweep;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Edge patching: what patching each connection between two parts of a model alone does to a metric, measured.
 *
 * <p>For each edge the reader gets its usual sum with one summand exchanged: what the writer wrote in the other run.
 * Everything between the two is held, everything after the reader reacts. This is what {@link EdgeAttribution} estimates
 * with two runs and a gradient; here it costs a run for each edge, of which GPT-2 small has some 32 000. On small models it
 * is the truth that estimates are compared with. Sources: Goldowsky-Dill et al. 2023 (arXiv 2304.05969); Hanna et al. 2024
 * (arXiv 2403.17806).
 */
public final class EdgePatching {
    private final RunPair pair;

    private EdgePatching(RunPair pair) {
        this.pair = pair;
        requireEdges(pair);
    }

    static void requireEdges(RunPair pair) {
        if (pair.model().config().layout() == BlockLayout.RESIDUAL) {
            throw new ModelException(
                    "\"" + pair.model().config().name() + "\" normalises its stream after each part, so"
                            + " what one part writes is not what another reads, and there are no edges. Patch activations"
                            + " instead.");
        }
        pair.requireUnchangedBase();
        pair.reversed().requireUnchangedBase();
    }

    /**
     * Patching of edges of the clean run into the corrupted one.
     *
     * @throws ModelException if the two have not the same number of tokens, were changed, or the model's parts do not add up
     */
    public static EdgePatching of(Run clean, Run corrupted, Metric metric) {
        return new EdgePatching(RunPair.of(corrupted, clean, metric));
    }

    /** Patching of edges of the run on a clean prompt into the run on a corrupted one. */
    public static EdgePatching of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The other direction, which circuits are searched with: corrupted into clean. */
    public EdgePatching noising() {
        return new EdgePatching(pair.reversed());
    }

    /** By how much each edge, patched alone, changes the metric, averaged over prompts. */
    public EdgeScores scores() {
        Nodes nodes = Nodes.of(pair.model().config());
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open();
                Progress progress = Progress.start("Patching edges", nodes.edges())) {
            List<Intervention> senders = senders(nodes);
            double base = PathSweep.of(
                            pair.model(),
                            pair.base(),
                            pair.metric(),
                            nodes.reads().get(0))
                    .base()
                    .mean()
                    .item();
            List<Tensor> columns = new ArrayList<>();
            for (int r = 0; r < nodes.readers().size(); r++) {
                int before = nodes.beforeReader().get(r);
                Tensor metrics = PathSweep.of(
                                pair.model(),
                                pair.base(),
                                pair.metric(),
                                nodes.reads().get(r))
                        .metrics(senders.subList(0, before), progress::advance);
                Tensor effects = metrics.mean(1).sub(base);
                int after = senders.size() - before;
                columns.add(after == 0 ? effects : Tensor.concat(0, List.of(effects, Tensor.zeros(after))));
            }
            Tensor scores = Tensor.stack(1, columns);
            return new EdgeScores(nodes, scope.keep(scores.named("writer", "reader")));
        }
    }

    private List<Intervention> senders(Nodes nodes) {
        Run source = pair.sourceRun(
                nodes.writes().stream().map(site -> site.hook()).distinct().toList());
        return nodes.writes().stream().map(site -> site.freeze(source)).toList();
    }

    @Override
    public String toString() {
        return "EdgePatching[" + pair + "]";
    }
}
