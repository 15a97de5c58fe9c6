package practicum.train;

import java.util.Map;
import practicum.tensor.Tensor;

/** What training makes small: a differentiable function of the parameters. */
@FunctionalInterface
public interface Objective {
    /**
     * The loss of one batch, a scalar computed from the parameters in the caller's grad mode.
     *
     * @param batch which batch it is, from 0, the same as the step's number where a step has one: the only source of
     *     variety, so that a resumed training repeats nothing
     */
    Tensor loss(Map<String, Tensor> parameters, int batch);
}
