package practicum.load;

import com.google.gson.JsonElement;
import java.util.Map;
import practicum.model.Activation;

/** The names that configuration files give to activation functions. */
final class Activations {
    private static final Map<String, Activation> BY_NAME = Map.of(
            "gelu_new", Activation.GELU_TANH,
            "gelu_pytorch_tanh", Activation.GELU_TANH,
            "relu", Activation.RELU);

    private Activations() {}

    static Activation named(JsonElement name, String where) {
        Activation activation = BY_NAME.get(name.getAsString());
        if (activation == null) {
            throw new LoadException(where + ": the activation function \"" + name.getAsString()
                    + "\" is not one this library knows; it knows " + BY_NAME.keySet() + ".");
        }
        return activation;
    }
}
