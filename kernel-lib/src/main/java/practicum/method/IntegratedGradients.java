package practicum.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import practicum.hook.Hook;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Integrated gradients: how much of the difference between two runs each number at a hook accounts for.
 *
 * <p>A gradient at one end says what a small step would do. Integrated gradients walk from the one value to the other in a
 * straight line and average the gradient on the way; times the whole step, that adds up to the metric's difference exactly
 * (<em>completeness</em>), but for the error of summing where one should integrate. {@link Attributions#gap} says how much
 * that is: more steps make it smaller.
 *
 * <p>For the customary baseline of zero embeddings take a run with {@code Hook.embed().ablate()} as the corrupted one.
 * Sources: Sundararajan et al. 2017 (arXiv 1703.01365); along embeddings with gradients inside the model (EAP-IG), Hanna et
 * al. 2024 (arXiv 2403.17806).
 */
public final class IntegratedGradients {
    private final RunPair pair;
    private final int steps;
    private final PathRule rule;

    private IntegratedGradients(RunPair pair, int steps, PathRule rule) {
        this.pair = pair;
        this.steps = steps;
        this.rule = rule;
    }

    /**
     * Along the way from the corrupted run to the clean one, in 32 steps.
     *
     * @throws ModelException if the two have not the same number of tokens
     */
    public static IntegratedGradients of(Run clean, Run corrupted, Metric metric) {
        return new IntegratedGradients(RunPair.of(corrupted, clean, metric), 32, PathRule.MIDPOINT);
    }

    /** Along the way from the run on a corrupted prompt to that on a clean one, in 32 steps. */
    public static IntegratedGradients of(Transformer model, String clean, String corrupted, Metric metric) {
        return of(model.run(clean, Recording.none()), model.run(corrupted, Recording.none()), metric);
    }

    /** The way back. */
    public IntegratedGradients noising() {
        return new IntegratedGradients(pair.reversed(), steps, rule);
    }

    /** In so many steps. */
    public IntegratedGradients steps(int count) {
        if (count < 1) {
            throw new ModelException("A path needs at least one step, got " + count + ".");
        }
        return new IntegratedGradients(pair, count, rule);
    }

    /** With gradients at other places. */
    public IntegratedGradients rule(PathRule newRule) {
        return new IntegratedGradients(pair, steps, newRule);
    }

    /** What the embeddings account for: they are {@code hook_resid_pre} of layer 0. */
    public Attributions embeddings() {
        return at(Hook.residPre(0));
    }

    /**
     * What the values at hooks account for when all of them move together. Each holds its place on the line whatever
     * happens before it, so that together they add up to the effect of replacing them all.
     *
     * @throws practicum.hook.HookException if the model does not compute a hook
     */
    public Attributions at(Hook... hooks) {
        return attributions(List.of(hooks), List.of(hooks));
    }

    /**
     * The difference at hooks times the gradient there, averaged while only the embeddings move: what EAP-IG scores with.
     * Values inside the model do not move in a straight line then, so this adds up to nothing in particular.
     */
    public Attributions alongEmbeddings(Hook... hooks) {
        return attributions(List.of(Hook.residPre(0)), List.of(hooks));
    }

    private Attributions attributions(List<Hook> moving, List<Hook> hooks) {
        try (Scope scope = Scope.open()) {
            List<Hook> recorded =
                    Stream.concat(moving.stream(), hooks.stream()).distinct().toList();
            Run base = pair.baseRun(recorded);
            Run source = pair.sourceRun(recorded);
            StraightPath path = new StraightPath(pair, base, source, moving, steps, rule);
            List<Tensor> averages = path.sums(hooks, (gradients, weights) -> hooks.stream()
                    .map(hook -> StraightPath.weighted(gradients.get(hook), weights))
                    .toList());
            Map<Hook, Tensor> attributions = new LinkedHashMap<>();
            for (int i = 0; i < hooks.size(); i++) {
                Hook hook = hooks.get(i);
                Tensor step = source.get(hook).sub(base.get(hook));
                attributions.put(hook, scope.keep(step.mul(averages.get(i))));
            }
            return new Attributions(pair.base(), attributions, scope.keep(path.difference()));
        }
    }

    @Override
    public String toString() {
        return "IntegratedGradients[" + pair + "]";
    }
}
