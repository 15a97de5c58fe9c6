package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Sweep;
import practicum.model.Transformer;
import practicum.plot.Axis;
import practicum.progress.Progress;
import practicum.tensor.Tensor;

/**
 * Activation patching: which parts of a computation carry what makes two prompts differ?
 *
 * <p>Take a clean prompt and a corrupted one of the same length, to which the model answers differently. Run the one, put
 * in a single activation of the other, and see how far the answer moves. Patching clean into corrupted
 * (<em>denoising</em>, the default) finds what is <em>sufficient</em> to bring the answer back; corrupted into clean
 * ({@link #noising}) finds what is <em>necessary</em>. They need not agree. A patched stream carries everything that was
 * computed before, so read rows of a map of the stream downwards: where does the information leave a position, and where
 * does it arrive?
 *
 * <p>All patches are computed in one {@linkplain Sweep sweep}; {@link #plainly} makes a whole run for each.
 *
 * <p>Sources: Meng et al. 2022 (arXiv 2202.05262), where it is called causal tracing and noise corrupts the embeddings;
 * Wang et al. 2022 (arXiv 2211.00593); on how to read it, Heimersheim and Nanda 2024 (arXiv 2404.15255).
 */
public final class ActivationPatching {
    private final RunPair pair;
    private final boolean plain;

    private ActivationPatching(RunPair pair, boolean plain) {
        this.pair = pair;
        this.plain = plain;
    }

    /**
     * Patching of the clean run into the corrupted one.
     *
     * @param clean only its prompt, and its changes, matter: what it recorded does not
     * @param corrupted the same; it may be the clean prompt with noise added to its embeddings
     * @throws ModelException if the two have not the same number of tokens
     */
    public static ActivationPatching of(Run clean, Run corrupted, Metric metric) {
        return new ActivationPatching(RunPair.of(corrupted, clean, metric), false);
    }

    /** Patching of the run on a clean prompt into the run on a corrupted one. */
    public static ActivationPatching of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The other direction: patches what is now the base into what is now the source. */
    public ActivationPatching noising() {
        return new ActivationPatching(pair.reversed(), plain);
    }

    /** By one whole run for each patch: the same numbers, many times slower. */
    public ActivationPatching plainly() {
        return new ActivationPatching(pair, true);
    }

    // ---------------------------------------------------------------- what is patched

    /** The stream before each block, at each position. */
    public PatchingScores residPre() {
        return byPosition(HookPoint.RESID_PRE);
    }

    /** The stream between attention and MLP, at each position. */
    public PatchingScores residMid() {
        return byPosition(HookPoint.RESID_MID);
    }

    /** The stream after each block, at each position. */
    public PatchingScores residPost() {
        return byPosition(HookPoint.RESID_POST);
    }

    /** What attention adds, at each position. */
    public PatchingScores attnOut() {
        return byPosition(HookPoint.ATTN_OUT);
    }

    /** What the MLP adds, at each position. */
    public PatchingScores mlpOut() {
        return byPosition(HookPoint.MLP_OUT);
    }

    /** The output of each head (its z), at all positions. */
    public PatchingScores heads() {
        return byHead(HookPoint.Z);
    }

    /** The queries of each head, at all positions. */
    public PatchingScores queries() {
        return byHead(HookPoint.Q);
    }

    /** The keys of each head of keys, at all positions. */
    public PatchingScores keys() {
        return byHead(HookPoint.K);
    }

    /** The values of each head of values, at all positions. */
    public PatchingScores values() {
        return byHead(HookPoint.V);
    }

    /** The attention pattern of each head. */
    public PatchingScores patterns() {
        return byHead(HookPoint.PATTERN);
    }

    /**
     * A kind of hook at each layer and position [layer, pos].
     *
     * @throws practicum.hook.HookException if the model does not compute it
     */
    public PatchingScores byPosition(HookPoint point) {
        List<Intervention> patches = new ArrayList<>();
        Run source = source(point);
        for (Hook hook : pair.everywhere(point)) {
            for (int p = 0; p < pair.base().length(); p++) {
                patches.add(hook.at(p).freeze(source));
            }
        }
        return scores(point, source, patches, List.of(layers(), positions()));
    }

    /** A kind of hook at each layer and head, at all positions [layer, head]. */
    public PatchingScores byHead(HookPoint point) {
        List<Intervention> patches = new ArrayList<>();
        Run source = source(point);
        for (Hook hook : pair.everywhere(point)) {
            for (int h = 0; h < heads(source, hook); h++) {
                patches.add(hook.head(h).freeze(source));
            }
        }
        return scores(point, source, patches, List.of(layers(), headsAxis(point, source)));
    }

    /** A kind of hook at each layer, position and head [layer, pos, head]. */
    public PatchingScores byPositionAndHead(HookPoint point) {
        List<Intervention> patches = new ArrayList<>();
        Run source = source(point);
        for (Hook hook : pair.everywhere(point)) {
            for (int p = 0; p < pair.base().length(); p++) {
                for (int h = 0; h < heads(source, hook); h++) {
                    patches.add(hook.at(p).head(h).freeze(source));
                }
            }
        }
        return scores(point, source, patches, List.of(layers(), positions(), headsAxis(point, source)));
    }

    // ---------------------------------------------------------------- inside

    private Run source(HookPoint point) {
        pair.everywhere(point);
        return pair.sourceRun(point);
    }

    private PatchingScores scores(HookPoint point, Run source, List<Intervention> patches, List<Axis> axes) {
        Sweep sweep = Sweep.of(
                pair.model(), pair.base(), pair.metric(), pair.baseChanges().toArray(Intervention[]::new));
        try (Progress progress = Progress.start("Patching " + point, patches.size())) {
            Tensor metrics = plain
                    ? sweep.metricsOneByOne(patches, progress::advance)
                    : sweep.metrics(patches, progress::advance);
            long[] shape = new long[axes.size() + 1];
            for (int a = 0; a < axes.size(); a++) {
                shape[a] = axes.get(a).labels().size();
            }
            shape[axes.size()] = pair.base().batch();
            Tensor ofSource = pair.metric().of(source);
            String title = "Patching " + new Hook(point, 0).name().replace("blocks.0.", "");
            return new PatchingScores(
                    title, pair.metric().says(), axes, metrics.reshape(shape), sweep.base(), ofSource);
        }
    }

    private static int heads(Run source, Hook hook) {
        int axis = hook.point().axes().indexOf("head");
        if (axis < 0) {
            throw new ModelException(
                    hook.point() + " has no heads; patch it by position, or use z, q, k, v or patterns.");
        }
        return source.get(hook).size(axis);
    }

    private Axis layers() {
        return Axis.of("layer", pair.layerLabels());
    }

    private Axis positions() {
        return Axis.of("pos", pair.positionLabels());
    }

    private static Axis headsAxis(HookPoint point, Run source) {
        return Axis.numbered("head", heads(source, new Hook(point, 0)));
    }

    @Override
    public String toString() {
        return "ActivationPatching[" + pair + "]";
    }
}
