package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.BlockLayout;
import practicum.model.Gradients;
import practicum.model.Metric;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
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
     * <p>Position-aware edge attribution (PEAP: Haklay et al. 2025, arXiv 2502.04577) also tells apart which position's
     * attention a key or value serves; here those are added up.
     */
    public EdgePositions positions() {
        Nodes nodes = Nodes.of(pair.model().config());
        try (Scope scope = Scope.open()) {
            List<Hook> writers = writers();
            Run base = pair.baseRun(writers);
            Run source = pair.sourceRun(writers);
            List<Tensor> written = writtenDifference(writers, base, source);
            Tensor each = activations
                    ? scoresApart(nodes, writers, base, source, written)
                    : scores(
                            nodes,
                            byPosition(Tensor.concat(0, written)),
                            readerGradients(base, source, writers.get(0)));
            Tensor scores = each.permute(2, 1, 0).div(pair.base().batch());
            Tensor whole = scope.keep(scores.reshape(scores.shape()).named("writer", "reader", "pos"));
            return new EdgePositions(nodes, pair.positionLabels(), whole);
        }
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
        for (int i = 0; i < writers.size(); i++) {
            int to = from + written.get(i).size(0);
            try (Scope scope = Scope.open()) {
                Tensor all = scores(nodes, whole, readerGradients(base, source, writers.get(i)));
                columns.add(scope.keep(all.narrow(2, from, to).copy()));
            }
            from = to;
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

    // ---------------------------------------------------------------- what is written

    private List<Hook> writers() {
        ModelConfig config = pair.model().config();
        List<Hook> hooks = new ArrayList<>(List.of(Hook.residPre(0)));
        boolean whole = Nodes.attentionIsOneWriter(config);
        for (int l = 0; l < config.nLayers(); l++) {
            hooks.add(whole ? Hook.attnOut(l) : Hook.z(l));
            if (config.dMlp() > 0) {
                hooks.add(Hook.mlpOut(l));
            }
        }
        return hooks;
    }

    /** By how much what each part of each hook writes differs between the runs [writer, batch · pos · d_model]. */
    private List<Tensor> writtenDifference(List<Hook> hooks, Run base, Run source) {
        List<Tensor> parts = new ArrayList<>();
        for (Hook hook : hooks) {
            Tensor difference = source.get(hook).sub(base.get(hook));
            parts.add(hook.point() == HookPoint.Z ? results(hook.layer(), difference) : difference.reshape(1, -1));
        }
        return parts;
    }

    private Tensor results(int layer, Tensor z) {
        ModelConfig config = pair.model().config();
        Tensor matrices = pair.model()
                .weights()
                .get("blocks." + layer + ".attn.W_O")
                .reshape(config.nHeads(), config.dHead(), config.dModel());
        return Tensor.einsum("bphd,hdm->hbpm", z, matrices).reshape(config.nHeads(), -1);
    }

    // ---------------------------------------------------------------- what is read

    /** Gradients of what is read: for each attention and each MLP in turn, and the end [reader, batch · pos · d_model]. */
    private List<Tensor> readerGradients(Run base, Run source, Hook moved) {
        ModelConfig config = pair.model().config();
        List<Hook> hooks = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            hooks.addAll(List.of(Hook.residPre(l), Hook.q(l), Hook.k(l), Hook.v(l)));
            if (config.dMlp() > 0) {
                hooks.add(Hook.mlpIn(l));
            }
        }
        hooks.add(Hook.residPost(config.nLayers() - 1));
        if (steps > 0) {
            return new StraightPath(pair, base, source, List.of(moved), steps, rule)
                    .sums(
                            hooks,
                            (gradients, weights) -> readers(gradients, each -> StraightPath.weighted(each, weights)));
        }
        return readers(
                pair.model()
                        .differentiate(pair.base())
                        .with(pair.baseChanges().toArray(Intervention[]::new))
                        .gradients(pair.metric(), hooks),
                each -> each);
    }

    private List<Tensor> readers(Gradients gradients, Function<Tensor, Tensor> average) {
        ModelConfig config = pair.model().config();
        List<Tensor> readers = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            Tensor heads = average.apply(headInputs(l, gradients)); // [batch, pos, reader, d_model]
            readers.add(heads.permute(2, 0, 1, 3).reshape(heads.size(2), -1));
            if (config.dMlp() > 0) {
                readers.add(average.apply(gradients.get(Hook.mlpIn(l))).reshape(1, -1));
            }
        }
        Tensor end = gradients.get(Hook.residPost(config.nLayers() - 1));
        readers.add(average.apply(end).reshape(1, -1));
        return readers;
    }

    /** Gradients with respect to what queries, keys and values of each head read [batch, pos, reader, d_model]. */
    private Tensor headInputs(int l, Gradients gradients) {
        ModelConfig config = pair.model().config();
        int heads = config.nHeads() + 2 * config.nKvHeads();
        Tensor projected =
                Tensor.concat(2, List.of(gradients.get(Hook.q(l)), gradients.get(Hook.k(l)), gradients.get(Hook.v(l))));
        Tensor matrices = pair.model()
                .weights()
                .get("blocks." + l + ".attn.W_QKV")
                .reshape(config.dModel(), heads, config.dHead());
        Tensor read = Tensor.einsum("bphd,mhd->bphm", projected, matrices);
        return NormGradient.ofAttention(pair.model(), l)
                .before(read, gradients.run().get(Hook.residPre(l)));
    }

    @Override
    public String toString() {
        return "EdgeAttribution[" + pair + "]";
    }
}
