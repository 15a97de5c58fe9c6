package practicum.model;

import java.util.LinkedHashMap;
import java.util.Map;
import practicum.tensor.Tensor;

/** Models with weights drawn wide enough that everything in them matters. */
public final class RandomModels {
    private RandomModels() {}

    /** A model of this configuration; the same seed gives the same one. */
    public static Transformer of(ModelConfig config, long seed) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long next = seed;
        for (Parameter parameter : Parameter.of(config)) {
            weights.put(
                    parameter.name(), Tensor.randn(next++, parameter.shape()).mul(0.3));
        }
        return new Transformer(config, Weights.of(config, weights), null);
    }
}
