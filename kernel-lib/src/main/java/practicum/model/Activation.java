package practicum.model;

import java.util.function.UnaryOperator;
import practicum.tensor.Tensor;

/** The function of an MLP's neurons. */
public enum Activation {
    /** GELU by its tanh approximation: "gelu_new", "gelu_pytorch_tanh". */
    GELU_TANH(Tensor::geluTanh),
    /** max(0, x). */
    RELU(Tensor::relu);

    private final UnaryOperator<Tensor> function;

    Activation(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    Tensor of(Tensor x) {
        return function.apply(x);
    }
}
