package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.model.BlockLayout;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Edge attribution patching: an estimate, for every connection between two parts of a model, of what patching that
 * connection alone does to a metric.
 *
 * <p>Heads and MLPs read the sum of everything that was written into the stream before them. So an edge runs from each
 * part that writes to each that reads later, and to first order patching it changes the metric by the change of what is
 * written, times the gradient with respect to what is read. Writers are the embedding, heads and MLPs; readers are each
 * head's queries, keys and values, MLPs and the unembedding. The gradient of what a single head reads is worked out from
 * those of queries, keys and values, so that no head needs a stream of its own.
 *
 * <p>{@link #integrated} averages the gradients while the embeddings move from one prompt to the other (EAP-IG), which is
 * more faithful where gradients vanish at one end. {@link #integratedActivations} moves what each layer writes by itself
 * instead, while the prompt stays: a walk for each, whose scores over all readers add up to what patching the part does.
 * Sources: Syed et al. 2023 (arXiv 2310.10348); Hanna et al. 2024 (arXiv 2403.17806); for activations, Mueller et al. 2025
 * (arXiv 2504.13151).
 */
public final class EdgeAttribution {
    private final RunPair pair;
    private final int steps;
    private final PathRule rule;
    /** Whether each layer's writers move by themselves, and not the embeddings. */
    private final boolean activations;

    private EdgeAttribution(RunPair pair, int steps, PathRule rule, boolean activations) {
        this.pair = pair;
        this.steps = steps;
        this.rule = rule;
        this.activations = activations;
        if (pair.model().config().layout() == BlockLayout.RESIDUAL) {
            throw new ModelException(
                    "\"" + pair.model().config().name() + "\" normalises its stream after each part, so"
                            + " what one part writes is not what another reads, and there are no edges. Patch activations"
                            + " instead.");
        }
    }

    /**
     * Estimates for patching edges of the clean run into the corrupted one, with the corrupted run's gradients.
     *
     * @throws ModelException if the two have not the same number of tokens, or the model's parts do not add up
     */
    public static EdgeAttribution of(Run clean, Run corrupted, Metric metric) {
        return new EdgeAttribution(RunPair.of(corrupted, clean, metric), 0, PathRule.RIGHT, false);
    }

    /** Estimates for patching edges of the run on a clean prompt into the run on a corrupted one. */
    public static EdgeAttribution of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The other direction: patches what is now the base into what is now the source. */
    public EdgeAttribution noising() {
        return new EdgeAttribution(pair.reversed(), steps, rule, activations);
    }

    /** EAP-IG: gradients averaged over so many steps from the base's embeddings to the source's. */
    public EdgeAttribution integrated(int count, PathRule newRule) {
        return new EdgeAttribution(pair, required(count), newRule, false);
    }

    private static int required(int count) {
        if (count < 1) {
            throw new ModelException("A path needs at least one step, got " + count + ".");
        }
        return count;
    }

    /** EAP-IG with the customary five steps. */
    public EdgeAttribution integrated() {
        return integrated(5, PathRule.RIGHT);
    }

    /**
     * EAP-IG by activations: for the embeddings, the heads of each layer and each MLP in turn, gradients averaged over so
     * many steps from what they write in the base run to what they write in the source run. As many walks as there are such
     * groups.
     */
    public EdgeAttribution integratedActivations(int count, PathRule newRule) {
        return new EdgeAttribution(pair, required(count), newRule, true);
    }

    /** EAP-IG by activations with the customary five steps. */
    public EdgeAttribution integratedActivations() {
        return integratedActivations(5, PathRule.RIGHT);
    }

    /** The scores of all edges, summed over positions and averaged over prompts. */
    public EdgeScores scores() {
        EdgePositions positions = positions();
        return new EdgeScores(positions.nodes(), positions.tensor().sum(2).named("writer", "reader"));
    }

    /**
     * The scores of all edges at each position where what is written is read, averaged over prompts: for queries the
     * position that looks, for keys and values the one that is looked at.
     *
     * <p>A key or value serves all positions that look at it; {@link #crossings} tells them apart.
     */
    public EdgePositions positions() {
        Nodes nodes = Nodes.of(pair.model().config());
        try (Scope scope = Scope.open()) {
            EdgeWriting writing = new EdgeWriting(pair.model());
            List<Hook> writers = writing.hooks();
            Run base = pair.baseRun(writers);
            Run source = pair.sourceRun(writers);
            List<Tensor> written = writing.difference(writers, base, source);
            Tensor each = activations
                    ? scoresApart(nodes, writers, base, source, written)
                    : scores(
                            nodes,
                            byPosition(Tensor.concat(0, written)),
                            new EdgeReading(pair, steps, rule).everywhere(base, source, writers.get(0)));
            Tensor scores = each.permute(2, 1, 0).div(pair.base().batch());
            Tensor whole = scope.keep(scores.reshape(scores.shape()).named("writer", "reader", "pos"));
            return new EdgePositions(nodes, pair.positionLabels(), whole);
        }
    }

    /**
     * The scores of all edges into keys and values at each position, apart for each position that looks there, averaged
     * over prompts: the edges between positions of position-aware edge attribution (PEAP: Haklay et al. 2025, arXiv
     * 2502.04577). Over the positions that look they add up to {@link #positions}, which has the edges within one position,
     * too.
     *
     * <p>A pass for each layer, over as many copies of the prompts as there are positions: in each copy nothing but one
     * position's attention lets a gradient through. The result has a number for every writer, key or value, and pair of
     * positions.
     *
     * @throws ModelException if activations are what is integrated along: each layer's would need walks of its own
     */
    public EdgeCrossings crossings() {
        if (activations) {
            throw new ModelException("Edges between positions are attributed along embeddings or in one run, not along"
                    + " activations. Leave integratedActivations() out, or take integrated().");
        }
        return new CrossingGradients(pair, steps, rule).attributed();
    }

    /** [pos, reader, writer] */
    private Tensor scores(Nodes nodes, Tensor written, List<Tensor> readers) {
        List<Tensor> rows = new ArrayList<>();
        for (int r = 0; r < readers.size(); r++) {
            rows.add(scores(written, byPosition(readers.get(r)), nodes.writersBefore(r)));
        }
        return Tensor.concat(1, rows);
    }

    /** The same with, for each hook's writers, the gradients while they move. */
    private Tensor scoresApart(Nodes nodes, List<Hook> writers, Run base, Run source, List<Tensor> written) {
        Tensor whole = byPosition(Tensor.concat(0, written));
        List<Tensor> columns = new ArrayList<>();
        int from = 0;
        try (Progress progress = Progress.start("Attributing edges", writers.size())) {
            EdgeReading reading = new EdgeReading(pair, steps, rule);
            for (int i = 0; i < writers.size(); i++) {
                int to = from + written.get(i).size(0);
                try (Scope scope = Scope.open()) {
                    Tensor all = scores(nodes, whole, reading.everywhere(base, source, writers.get(i)));
                    columns.add(scope.keep(all.narrow(2, from, to).copy()));
                }
                from = to;
                progress.advance(1);
            }
        }
        return Tensor.concat(2, columns);
    }

    /** Parts [part, batch · pos · d_model] as [pos, part, batch · d_model]. */
    private Tensor byPosition(Tensor parts) {
        int count = parts.size(0);
        return parts.reshape(count, pair.base().batch(), pair.base().length(), -1)
                .permute(2, 0, 1, 3)
                .reshape(pair.base().length(), count, -1);
    }

    /** [pos, reader, writer]: zero where the writer comes after. */
    private static Tensor scores(Tensor written, Tensor readers, int before) {
        Tensor scores = readers.matMul(written.narrow(1, 0, before).permute(0, 2, 1));
        int after = written.size(1) - before;
        return after == 0
                ? scores
                : Tensor.concat(2, List.of(scores, Tensor.zeros(readers.size(0), readers.size(1), after)));
    }

    @Override
    public String toString() {
        return "EdgeAttribution[" + pair + "]";
    }
}
