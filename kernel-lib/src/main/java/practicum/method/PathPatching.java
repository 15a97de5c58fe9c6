package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.hook.Target;
import practicum.model.Metric;
import practicum.model.PathSweep;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.plot.Axis;
import practicum.progress.Progress;
import practicum.tensor.Tensor;

/**
 * Path patching: which part tells another what it knows, directly?
 *
 * <p>{@linkplain ActivationPatching Patching} a head shows that it matters, but not to whom. Path patching lets a change in
 * a <em>sender</em> reach only the chosen <em>receivers</em>: the sender's activation comes from the other run, everything
 * between is held at what it is in the base run, and what the receivers read then is put into a run of its own, where all
 * that follows reacts. Receivers are what heads read as queries, keys or values, what MLPs read, or the last stream
 * (a sender's direct effect on the logits).
 *
 * <pre>{@code PathPatching.of(clean, corrupted, metric).to(Hook.qInput(9).head(6)).heads().plot()}</pre>
 *
 * <p>The path is the direct one, through the stream alone; {@link #throughMlps} also lets MLPs in between react, as Wang et
 * al. do. All senders are computed in one batch. Sources: Wang et al. 2022 (arXiv 2211.00593); Goldowsky-Dill et al. 2023
 * (arXiv 2304.05969).
 */
public final class PathPatching {
    private final RunPair pair;
    private final Target[] receivers;
    private final boolean throughMlps;
    private final boolean plain;

    private PathPatching(RunPair pair, Target[] receivers, boolean throughMlps, boolean plain) {
        this.pair = pair;
        this.receivers = receivers;
        this.throughMlps = throughMlps;
        this.plain = plain;
    }

    /**
     * Paths that carry the clean run's activations into the corrupted run, to the last stream unless {@link #to} says
     * otherwise.
     *
     * @throws practicum.model.ModelException if the two have not the same number of tokens, or the corrupted run was changed
     */
    public static PathPatching of(Run clean, Run corrupted, Metric metric) {
        RunPair pair = RunPair.of(corrupted, clean, metric);
        Target end = Hook.residPost(pair.layers() - 1);
        return new PathPatching(pair, new Target[] {end}, false, false);
    }

    /** Paths that carry activations of the run on a clean prompt into the run on a corrupted one. */
    public static PathPatching of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The other direction, which Wang et al. use: corrupted activations into the clean run. */
    public PathPatching noising() {
        return new PathPatching(pair.reversed(), receivers, throughMlps, plain);
    }

    /**
     * To these receivers: {@code Hook.qInput(5).head(1)}, {@code kInput}, {@code vInput}, {@code Hook.mlpIn(5)}, or
     * {@code Hook.residPost(last)}; several receive at once.
     */
    public PathPatching to(Target... newReceivers) {
        return new PathPatching(pair, newReceivers.clone(), throughMlps, plain);
    }

    /** With MLPs between sender and receivers reacting to the change; attention stays held. */
    public PathPatching throughMlps() {
        return new PathPatching(pair, receivers, true, plain);
    }

    /** By two whole runs for each sender: the same numbers, many times slower. */
    public PathPatching plainly() {
        return new PathPatching(pair, receivers, throughMlps, true);
    }

    /** From each head, at all positions [layer, head]. */
    public PatchingScores heads() {
        Run source = pair.sourceRun(HookPoint.Z);
        int heads = pair.model().config().nHeads();
        List<Intervention> senders = new ArrayList<>();
        for (Hook hook : pair.everywhere(HookPoint.Z)) {
            for (int h = 0; h < heads; h++) {
                senders.add(hook.head(h).freeze(source));
            }
        }
        return scores("Paths from heads", source, senders, Axis.numbered("head", heads));
    }

    /** From each MLP, at each position [layer, pos]. */
    public PatchingScores mlps() {
        return byPosition(HookPoint.MLP_OUT);
    }

    /** From the stream before each block, at each position [layer, pos]. */
    public PatchingScores residPre() {
        return byPosition(HookPoint.RESID_PRE);
    }

    /** From all heads of each layer together, at each position [layer, pos]. */
    public PatchingScores attnOut() {
        return byPosition(HookPoint.ATTN_OUT);
    }

    private PatchingScores byPosition(HookPoint point) {
        List<Hook> hooks = pair.everywhere(point);
        Run source = pair.sourceRun(point);
        List<Intervention> senders = new ArrayList<>();
        for (Hook hook : hooks) {
            for (int p = 0; p < pair.base().length(); p++) {
                senders.add(hook.at(p).freeze(source));
            }
        }
        String what = hooks.get(0).name().replace("blocks.0.", "");
        return scores("Paths from " + what, source, senders, Axis.of("pos", pair.positionLabels()));
    }

    private PatchingScores scores(String title, Run source, List<Intervention> senders, Axis columns) {
        pair.requireUnchangedBase();
        PathSweep direct = PathSweep.of(pair.model(), pair.base(), pair.metric(), receivers);
        PathSweep sweep = throughMlps ? direct.throughMlps() : direct;
        try (Progress progress = Progress.start(title, senders.size())) {
            Tensor metrics = plain
                    ? sweep.metricsOneByOne(senders, progress::advance)
                    : sweep.metrics(senders, progress::advance);
            Axis layers = Axis.of("layer", pair.layerLabels());
            int batch = pair.base().batch();
            return new PatchingScores(
                    title,
                    pair.metric().says(),
                    List.of(layers, columns),
                    metrics.reshape(pair.layers(), columns.labels().size(), batch),
                    sweep.base(),
                    pair.metric().of(source));
        }
    }

    @Override
    public String toString() {
        return "PathPatching[" + pair + "]";
    }
}
