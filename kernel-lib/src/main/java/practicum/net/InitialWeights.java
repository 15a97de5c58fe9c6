package practicum.net;

import java.util.LinkedHashMap;
import java.util.Map;
import practicum.model.Activation;
import practicum.model.Parameter;
import practicum.tensor.Tensor;

/**
 * A net's parameters before training: normal, so wide that signals keep their size from layer to layer. After He et al.
 * (2015, arXiv 1502.01852) where the activation function drops negative values, else after Glorot and Bengio (2010).
 */
final class InitialWeights {
    private InitialWeights() {}

    static Map<String, Tensor> of(NetConfig config, long seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long next = seed * 1_000;
        for (Parameter parameter : config.parameters()) {
            weights.put(parameter.name(), initial(parameter, config.activation(), next++));
        }
        return weights;
    }

    private static Tensor initial(Parameter parameter, Activation activation, long seed) {
        long[] shape = parameter.shape();
        if (parameter.name().endsWith(".ln.w")) {
            return Tensor.ones(shape);
        }
        if (shape.length == 1) {
            return Tensor.zeros(shape);
        }
        long area = shape.length == 4 ? shape[2] * shape[3] : 1;
        long in = shape.length == 4 ? shape[1] * area : shape[0];
        long out = shape.length == 4 ? shape[0] * area : shape[1];
        boolean he = dropsNegatives(activation) && !parameter.name().startsWith("output");
        return Tensor.randn(seed, shape).mul(Math.sqrt(he ? 2.0 / in : 2.0 / (in + out)));
    }

    private static boolean dropsNegatives(Activation activation) {
        return switch (activation) {
            case RELU, RELU_SQUARED, GELU, GELU_TANH, GELU_QUICK, SILU -> true;
            case TANH, SIGMOID, IDENTITY -> false;
        };
    }
}
