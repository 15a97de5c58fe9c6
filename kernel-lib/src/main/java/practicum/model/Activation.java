package practicum.model;

import java.util.function.UnaryOperator;
import practicum.tensor.Tensor;

/** The function of an MLP's neurons. */
public enum Activation {
    /** GELU, exact: "gelu". */
    GELU(Tensor::gelu),
    /** GELU by its tanh approximation: "gelu_new", "gelu_pytorch_tanh", "gelu_fast". */
    GELU_TANH(Tensor::geluTanh),
    /** x · σ(1.702 x): "quick_gelu". */
    GELU_QUICK(x -> x.mul(x.mul(1.702).sigmoid())),
    /** max(0, x). */
    RELU(Tensor::relu),
    /** max(0, x)². */
    RELU_SQUARED(x -> x.relu().pow(2)),
    /** x · σ(x), also called swish. */
    SILU(Tensor::silu),
    TANH(Tensor::tanh),
    SIGMOID(Tensor::sigmoid),
    /** No function: the MLP is linear, or bilinear where it is gated. */
    IDENTITY(x -> x);

    private final UnaryOperator<Tensor> function;

    Activation(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    /** The function of each value. */
    public Tensor of(Tensor x) {
        return function.apply(x);
    }
}
