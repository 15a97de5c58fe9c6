package practicum.load;

import java.util.Map;
import java.util.TreeSet;
import practicum.model.Activation;

/** The names that configuration files give to activation functions. */
final class Activations {
    private static final Map<String, Activation> BY_NAME = Map.ofEntries(
            Map.entry("gelu", Activation.GELU),
            Map.entry("gelu_python", Activation.GELU),
            Map.entry("gelu_new", Activation.GELU_TANH),
            Map.entry("gelu_fast", Activation.GELU_TANH),
            Map.entry("gelu_pytorch_tanh", Activation.GELU_TANH),
            Map.entry("gelu_python_tanh", Activation.GELU_TANH),
            Map.entry("gelu_accurate", Activation.GELU_TANH),
            Map.entry("quick_gelu", Activation.GELU_QUICK),
            Map.entry("relu", Activation.RELU),
            Map.entry("relu2", Activation.RELU_SQUARED),
            Map.entry("silu", Activation.SILU),
            Map.entry("swish", Activation.SILU),
            Map.entry("tanh", Activation.TANH),
            Map.entry("sigmoid", Activation.SIGMOID),
            Map.entry("linear", Activation.IDENTITY));

    private Activations() {}

    static Activation named(ConfigReader json, String key) {
        return of(json.text(key), json);
    }

    static Activation of(String name, ConfigReader json) {
        Activation activation = BY_NAME.get(name);
        if (activation == null) {
            throw new LoadException(json.where() + ": the activation function \"" + name
                    + "\" is not one this library knows; it knows " + new TreeSet<>(BY_NAME.keySet()) + ".");
        }
        return activation;
    }
}
