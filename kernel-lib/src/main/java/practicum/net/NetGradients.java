package practicum.net;

import java.util.Map;
import java.util.Optional;
import practicum.hook.Activations;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Origin;
import practicum.tensor.Tensor;

/**
 * How a metric changes with what flows through some hooks of a net: at each number, by how much the metric, summed over
 * the inputs, would grow if that number grew by one, to first order.
 */
public final class NetGradients implements Activations {
    private final NetRun run;
    private final Tensor metric;
    private final Map<Hook, Tensor> gradients;

    NetGradients(NetRun run, Tensor metric, Map<Hook, Tensor> gradients) {
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
                    + ". Name it in net.gradients(…).");
        }
        return gradient;
    }

    @Override
    public Optional<Origin> origin() {
        return run.origin();
    }

    /** The values that flowed through the same hooks, and the outputs. */
    public NetRun run() {
        return run;
    }

    /** The metric for each input [batch]. */
    public Tensor metric() {
        return metric;
    }

    @Override
    public String toString() {
        return "NetGradients[" + metric + " by " + gradients.keySet() + "]";
    }
}
