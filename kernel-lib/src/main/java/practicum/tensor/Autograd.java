package practicum.tensor;

import java.util.List;

/** Gradients of a scalar with respect to any tensors it was computed from, leaves or not. */
public final class Autograd {
    private Autograd() {}

    /**
     * The gradient of {@code y} with respect to each of {@code xs}: each has the shape of its x. An x that y does not
     * depend on gets zeros.
     *
     * @param y a scalar computed under {@link GradMode#on()}
     * @param xs tensors that y was computed from; at least one leaf of the graph must {@link Tensor#requiresGrad()}
     */
    public static List<Tensor> grad(Tensor y, List<Tensor> xs) {
        return grad(y, xs, false);
    }

    /** As {@link #grad(Tensor, List)}; the results can be differentiated again if {@code createGraph}. */
    public static List<Tensor> grad(Tensor y, List<Tensor> xs, boolean createGraph) {
        if (y.count() != 1) {
            throw new TensorException(
                    "A gradient needs a scalar, but y is " + y + ". Reduce it first, for example with sum().");
        }
        return Ops.list("grad", y, xs, createGraph);
    }
}
