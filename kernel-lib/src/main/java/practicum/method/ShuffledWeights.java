package practicum.method;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/**
 * A control for claims about what training put into a model: the same model with the numbers of every parameter in
 * random order (Adebayo et al. 2018, "Sanity checks for saliency maps", arXiv 1810.03292). Sizes and distributions stay;
 * whatever was learned is gone.
 *
 * <p>A method that finds its result here too has found a property of the architecture, or of itself.
 */
public final class ShuffledWeights {
    private ShuffledWeights() {}

    /** The control of a model; the same seed gives the same one. The model itself does not change. */
    public static Transformer of(Transformer model, long seed) {
        Random random = Seeds.random(seed);
        Map<String, Tensor> shuffled = new LinkedHashMap<>();
        for (String name : model.weights().byName().keySet().stream().sorted().toList()) {
            Tensor tensor = model.weights().get(name);
            shuffled.put(name, Tensor.of(permuted(tensor.toFloatArray(), random), tensor.shape()));
        }
        var config = model.config().withName(model.config().name() + ", weights shuffled");
        return model.with(config, Weights.of(config, shuffled));
    }

    private static float[] permuted(float[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
        return values;
    }
}
