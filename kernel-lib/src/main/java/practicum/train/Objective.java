package practicum.train;

import java.util.Map;
import practicum.tensor.Tensor;

/** What training makes small: a differentiable function of the parameters. */
@FunctionalInterface
public interface Objective {
    /**
     * The loss of one step, a scalar computed from the parameters in the caller's grad mode.
     *
     * @param step which step it is, from 0: the only source of variety, so that a resumed training repeats nothing
     */
    Tensor loss(Map<String, Tensor> parameters, int step);
}
