package practicum.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.model.ModelException;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** What each number at some hooks accounts for of a difference in a metric. A value. */
public final class Attributions {
    private final Tokens tokens;
    private final Map<Hook, Tensor> attributions;
    private final Tensor difference;

    Attributions(Tokens tokens, Map<Hook, Tensor> attributions, Tensor difference) {
        this.tokens = tokens;
        this.attributions = new LinkedHashMap<>(attributions);
        this.difference = difference;
    }

    /** The hooks. */
    public List<Hook> hooks() {
        return List.copyOf(attributions.keySet());
    }

    /**
     * The attribution of each number at a hook, in the shape of its value.
     *
     * @throws HookException if it was not asked for
     */
    public Tensor get(Hook hook) {
        Tensor attribution = attributions.get(hook);
        if (attribution == null) {
            throw new HookException("Nothing was attributed to " + hook + ", only to " + attributions.keySet() + ".");
        }
        return attribution;
    }

    /** The attribution of each position at a hook [pos, batch]. */
    public Tensor byPosition(Hook hook) {
        return along(hook, "pos");
    }

    /** The attribution of each head at a hook [head, batch]. */
    public Tensor byHead(Hook hook) {
        return along(hook, "head");
    }

    private Tensor along(Hook hook, String axis) {
        Along.require(hook.point(), axis);
        return Along.summed(get(hook), hook.point(), Set.of(axis)).named(axis, "batch");
    }

    /** All attributions together, for each prompt [batch]. */
    public Tensor sum() {
        return attributions.entrySet().stream()
                .map(e -> Along.summed(e.getValue(), e.getKey().point(), Set.of()))
                .reduce(Tensor::add)
                .orElseThrow();
    }

    /** What they should add up to: the metric at the end of the path less that at its beginning [batch]. */
    public Tensor difference() {
        return difference;
    }

    /** The largest error of the sum, in the metric's unit: how far the attributions are from complete. */
    public double gap() {
        return sum().sub(difference).abs().max().item();
    }

    /**
     * The tokens, coloured by what each accounts for at the first of the hooks.
     *
     * @throws ModelException if there are several prompts
     */
    public Figure plot() {
        if (tokens.batch() != 1) {
            throw new ModelException("A picture of tokens is for one prompt, but there are " + tokens.batch() + ".");
        }
        Hook hook = hooks().get(0);
        return Plot.tokens(tokens.labels(), byPosition(hook).select(1, 0)).titled("Attribution to " + hook);
    }

    @Override
    public String toString() {
        return "Attributions" + attributions.keySet();
    }
}
