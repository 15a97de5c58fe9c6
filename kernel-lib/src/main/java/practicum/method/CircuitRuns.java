package practicum.method;

import java.util.List;
import practicum.model.EdgeSweep;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * What circuits do by themselves: runs on clean prompts in which only a circuit's connections are live, while all others
 * carry what they carry on corrupted prompts.
 *
 * <p>A circuit is <em>faithful</em> if the metric is then what it is in the whole model. As a share of what there is to
 * explain, with M the whole model and ∅ no connection at all, faithfulness is (m(C) − m(∅)) / (m(M) − m(∅)): 1 is as good
 * as the model, 0 as bad as nothing, and neither is a bound. Sources: Wang et al. 2022 (arXiv 2211.00593); Hanna et al.
 * 2024 (arXiv 2403.17806).
 */
public final class CircuitRuns {
    private final RunPair pair;
    private final EdgeSweep sweep;

    private CircuitRuns(RunPair pair) {
        this.pair = pair;
        EdgePatching.requireEdges(pair);
        sweep = EdgeSweep.of(pair.model(), pair.base(), pair.source(), pair.metric());
    }

    /**
     * Circuits on the clean run's prompts, with all else as on the corrupted run's.
     *
     * @throws ModelException if the two have not the same number of tokens, were changed, or the model's parts do not add up
     */
    public static CircuitRuns of(Run clean, Run corrupted, Metric metric) {
        return new CircuitRuns(RunPair.of(clean, corrupted, metric));
    }

    /** Circuits on one clean prompt, with all else as on a corrupted one. */
    public static CircuitRuns of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The metric that circuits are asked for. */
    public Metric metric() {
        return pair.metric();
    }

    /** The metric of each circuit [circuit, prompt]. */
    public Tensor metrics(List<Circuit> circuits) {
        if (circuits.isEmpty()) {
            throw new ModelException("Give at least one circuit to run.");
        }
        Nodes nodes = Nodes.of(pair.model().config());
        for (Circuit circuit : circuits) {
            if (!circuit.nodes().areThoseOf(nodes)) {
                throw new ModelException(circuit + " is a circuit of a model with other parts than \""
                        + pair.model().config().name() + "\".");
            }
        }
        try (Scope scope = Scope.open()) {
            Tensor masks = Tensor.stack(0, circuits.stream().map(Circuit::mask).toList());
            return scope.keep(metrics(masks));
        }
    }

    /**
     * The same for connections that are chosen at each position apart.
     *
     * @param live 1 where a connection is live, else 0 [circuit, pos, reader, writer]: see {@link EdgePositions#top}
     */
    public Tensor metrics(Tensor live) {
        try (Progress progress = Progress.start("Running circuits", live.size(0))) {
            return sweep.metrics(live, progress::advance).named("circuit", "prompt");
        }
    }

    /** The metric of one circuit, averaged over prompts. */
    public double metric(Circuit circuit) {
        return metrics(List.of(circuit)).mean().item();
    }

    /** The metric of the whole model, averaged over prompts. */
    public double whole() {
        return metric(pair.base());
    }

    /** The metric with nothing live: that of the corrupted prompts. */
    public double empty() {
        return metric(pair.source());
    }

    private double metric(Tokens tokens) {
        return pair.metric()
                .of(pair.model().run(tokens, Recording.none()))
                .mean()
                .item();
    }

    /** Normalised faithfulness of one circuit. */
    public double faithfulness(Circuit circuit) {
        return faithfulness(List.of(circuit))[0];
    }

    /**
     * Normalised faithfulness of each circuit.
     *
     * @throws ModelException if the metric does not tell clean prompts from corrupted ones
     */
    public double[] faithfulness(List<Circuit> circuits) {
        return normalized(metrics(circuits));
    }

    /**
     * Normalised faithfulness of connections that are chosen at each position apart.
     *
     * @param live 1 where a connection is live, else 0 [circuit, pos, reader, writer]
     */
    public double[] faithfulness(Tensor live) {
        return normalized(metrics(live));
    }

    private double[] normalized(Tensor metrics) {
        double whole = whole();
        double empty = empty();
        double distance = whole - empty;
        if (Math.abs(distance) <= 1e-6 * Math.max(1, Math.abs(whole))) {
            throw new ModelException("The metric \"" + pair.metric().says() + "\" is " + whole
                    + " on the clean prompts and "
                    + empty + " on the corrupted ones, so there is no difference of which a circuit could explain a"
                    + " share. Choose prompts that it tells apart.");
        }
        return metrics.mean(1).sub(empty).div(distance).toDoubleArray();
    }

    @Override
    public String toString() {
        return "CircuitRuns[" + pair + "]";
    }
}
