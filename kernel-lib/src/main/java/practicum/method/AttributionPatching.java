package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Gradients;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.plot.Axis;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Attribution patching: an estimate of every {@linkplain ActivationPatching activation patch} at once.
 *
 * <p>To first order, replacing an activation changes the metric by the change of the activation times the metric's
 * gradient there. One run on each prompt and one pass backwards give that product for every layer, position, head and
 * neuron. It is good for small parts of large models and poor where the model bends sharply in between: for the whole
 * stream, and for queries and keys of saturated attention. {@link IntegratedGradients} follows the bend; a patch measures.
 *
 * <p>Sources: Nanda 2023, "Attribution patching: activation patching at industrial scale"; Syed et al. 2023
 * (arXiv 2310.10348).
 */
public final class AttributionPatching {
    private final RunPair pair;

    private AttributionPatching(RunPair pair) {
        this.pair = pair;
    }

    /**
     * Estimates for patches of the clean run into the corrupted one: gradients are those of the corrupted run.
     *
     * @throws practicum.model.ModelException if the two have not the same number of tokens
     */
    public static AttributionPatching of(Run clean, Run corrupted, Metric metric) {
        return new AttributionPatching(RunPair.of(corrupted, clean, metric));
    }

    /** Estimates for patches of the run on a clean prompt into the run on a corrupted one. */
    public static AttributionPatching of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The other direction: patches what is now the base into what is now the source. */
    public AttributionPatching noising() {
        return new AttributionPatching(pair.reversed());
    }

    /** The stream before each block, at each position. */
    public PatchingScores residPre() {
        return byPosition(HookPoint.RESID_PRE);
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

    /** Each neuron after its activation function, at all positions [layer, neuron]. */
    public PatchingScores neurons() {
        return scores(HookPoint.MLP_POST, "d_mlp");
    }

    /** A kind of hook at each layer and position [layer, pos]. */
    public PatchingScores byPosition(HookPoint point) {
        return scores(point, "pos");
    }

    /** A kind of hook at each layer and head, at all positions [layer, head]. */
    public PatchingScores byHead(HookPoint point) {
        return scores(point, "head");
    }

    /** A kind of hook at each layer, position and head [layer, pos, head]. */
    public PatchingScores byPositionAndHead(HookPoint point) {
        return scores(point, "pos", "head");
    }

    /** The product at one hook, number by number: (source − base) · gradient, in the shape of the hook's value. */
    public Tensor at(Hook hook) {
        try (Scope scope = Scope.open()) {
            return scope.keep(product(hook, pair.sourceRun(List.of(hook)), gradients(List.of(hook))));
        }
    }

    private PatchingScores scores(HookPoint point, String... kept) {
        List<Hook> hooks = pair.everywhere(point);
        Along.require(point, kept);
        try (Scope scope = Scope.open()) {
            Run source = pair.sourceRun(hooks);
            Gradients gradients = gradients(hooks);
            List<Tensor> layers = new ArrayList<>();
            for (Hook hook : hooks) {
                layers.add(Along.summed(product(hook, source, gradients), point, Set.of(kept)));
            }
            Tensor effects = Tensor.stack(0, layers); // [layer, kept.., batch]
            List<Axis> axes = new ArrayList<>(List.of(Axis.of("layer", pair.layerLabels())));
            for (int i = 0; i < kept.length; i++) {
                axes.add(axis(kept[i], effects.size(i + 1)));
            }
            return new PatchingScores(
                            "Attribution to " + new Hook(point, 0).name().replace("blocks.0.", ""),
                            pair.metric().says(),
                            axes,
                            effects.add(gradients.metric()),
                            gradients.metric(),
                            pair.metric().of(source))
                    .keptBy(scope);
        }
    }

    private Axis axis(String name, int size) {
        return name.equals("pos")
                ? Axis.of("pos", pair.positionLabels())
                : Axis.numbered(name.equals("d_mlp") ? "neuron" : name, size);
    }

    private Gradients gradients(List<Hook> hooks) {
        return pair.model()
                .differentiate(pair.base())
                .with(pair.baseChanges().toArray(Intervention[]::new))
                .gradients(pair.metric(), hooks);
    }

    private static Tensor product(Hook hook, Run source, Gradients gradients) {
        return source.get(hook).sub(gradients.run().get(hook)).mul(gradients.get(hook));
    }

    @Override
    public String toString() {
        return "AttributionPatching[" + pair + "]";
    }
}
