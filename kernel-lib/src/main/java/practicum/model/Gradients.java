package practicum.model;

import java.util.Map;
import java.util.Optional;
import practicum.hook.Activations;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Origin;
import practicum.tensor.Tensor;

/**
 * How a metric changes with what flows through some hooks: at each number, by how much the metric, summed over the
 * prompts, would grow if that number grew by one, to first order. Each has the shape of its hook's value.
 *
 * <p>They can be patched from, like a run: {@code get} gives gradients.
 */
public final class Gradients implements Activations {
    private final Run run;
    private final Tensor metric;
    private final Map<Hook, Tensor> gradients;

    Gradients(Run run, Tensor metric, Map<Hook, Tensor> gradients) {
        this.run = run;
        this.metric = metric;
        this.gradients = gradients;
    }

    /** The gradient with respect to a hook's value; the shape of that value. */
    @Override
    public Tensor get(Hook hook) {
        Tensor gradient = gradients.get(hook);
        if (gradient == null) {
            throw new HookException("No gradient was taken with respect to " + hook + ", only " + gradients.keySet()
                    + ". Name it in model.gradients(…).");
        }
        return gradient;
    }

    @Override
    public Optional<Origin> origin() {
        return run.origin();
    }

    /** The values that flowed through the same hooks; the logits are those of the metric's positions only. */
    public Run run() {
        return run;
    }

    /** The metric for each prompt [batch]. */
    public Tensor metric() {
        return metric;
    }

    @Override
    public String toString() {
        return "Gradients[" + metric + " by " + gradients.keySet() + "]";
    }
}
