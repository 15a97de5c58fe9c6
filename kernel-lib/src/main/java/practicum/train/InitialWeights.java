package practicum.train;

import java.util.LinkedHashMap;
import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Parameter;
import practicum.tensor.Tensor;

/**
 * A transformer's parameters before training, as in GPT-2 (Radford et al. 2019): small random matrices, those that write
 * into the residual stream smaller still, so that the stream's variance does not grow with depth.
 */
public final class InitialWeights {
    private static final double SCALE = 0.02;

    private InitialWeights() {}

    /** The parameters by name; the same seed gives the same. */
    public static Map<String, Tensor> of(ModelConfig config, long seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long next = seed * 1_000;
        for (Parameter parameter : Parameter.of(config)) {
            weights.put(parameter.name(), initial(parameter, config.nLayers(), next++));
            if (parameter.name().endsWith("W_QKV") && !config.attention().qkvBias()) {
                next++; // a bias has a number of its own, also where the family has none: models keep their seeds
            }
        }
        return weights;
    }

    private static Tensor initial(Parameter parameter, int layers, long seed) {
        String name = parameter.name();
        if (name.endsWith(".w")) { // a normalisation's scale
            return Tensor.ones(parameter.shape());
        }
        if (parameter.shape().length == 1) {
            return Tensor.zeros(parameter.shape());
        }
        boolean writesIntoStream = name.endsWith("W_O") || name.endsWith("W_out");
        return Tensor.randn(seed, parameter.shape()).mul(writesIntoStream ? SCALE / Math.sqrt(2.0 * layers) : SCALE);
    }
}
