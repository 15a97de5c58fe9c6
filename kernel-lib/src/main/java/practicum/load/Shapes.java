package practicum.load;

import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import practicum.model.Rotary;
import practicum.model.RotaryScaling;

/** What several families read from their configuration in the same way. */
final class Shapes {
    private Shapes() {}

    /** The width of a head: {@code head_dim}, or the model's width divided among the heads. */
    static int head(ConfigReader json, int width, int heads) {
        if (json.has("head_dim")) {
            return json.integer("head_dim");
        }
        return divided(json, width, heads);
    }

    /** A width divided among heads. */
    static int divided(ConfigReader json, int width, int heads) {
        if (heads < 1 || width % heads != 0) {
            throw new LoadException(
                    json.where() + ": a width of " + width + " does not divide into " + heads + " heads.");
        }
        return width / heads;
    }

    /**
     * For each layer, how far attention sees: {@code layer_types} where the file has them.
     *
     * @param window how far a sliding layer sees
     * @param sliding which layers slide where the file does not say
     */
    static List<Integer> windows(ConfigReader json, int layers, int window, IntPredicate sliding) {
        List<String> types = json.texts("layer_types");
        if (types.isEmpty()) {
            return IntStream.range(0, layers)
                    .mapToObj(l -> sliding.test(l) ? window : 0)
                    .toList();
        }
        if (types.size() != layers) {
            throw new LoadException(json.where() + ": layer_types describes " + types.size() + " layers, but there are "
                    + layers + ".");
        }
        return types.stream().map(t -> window(json, t, window)).toList();
    }

    private static int window(ConfigReader json, String type, int window) {
        return switch (type) {
            case "full_attention" -> 0;
            case "sliding_attention" -> {
                if (window < 1) {
                    throw new LoadException(json.where()
                            + ": layer_types has sliding layers, but sliding_window does not say how far they see.");
                }
                yield window;
            }
            default ->
                throw new LoadException(json.where()
                        + ": layer_types knows \"full_attention\" and \"sliding_attention\", not \"" + type + "\".");
        };
    }

    /** Every layer sees everything before it. */
    static List<Integer> unlimited(int layers) {
        return Collections.nCopies(layers, 0);
    }

    /** The most positions a prompt may have: those of the training, stretched as the rotary scaling allows. */
    static int context(ConfigReader json, Rotary rotary) {
        int trained = json.integer("max_position_embeddings");
        double stretched = trained;
        if (rotary.scaling() instanceof RotaryScaling.Linear linear) {
            stretched = trained * linear.factor();
        } else if (rotary.scaling() instanceof RotaryScaling.Dynamic dynamic) {
            stretched = dynamic.trained() * dynamic.factor();
        } else if (rotary.scaling() instanceof RotaryScaling.Yarn yarn) {
            stretched = yarn.trained() * yarn.factor();
        }
        return (int) Math.max(trained, stretched);
    }
}
