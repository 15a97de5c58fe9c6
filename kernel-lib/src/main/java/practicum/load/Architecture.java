package practicum.load;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import practicum.model.ModelConfig;

/**
 * A model family as data: how its configuration is read and where its tensors go.
 *
 * @param name the class named in {@code config.json}, such as {@code GPT2LMHeadModel}
 * @param prefix what base-model files may leave out in front of a tensor's name: {@code transformer.}
 * @param config reads the shape
 * @param tensors where each parameter comes from; {@code %d} stands for the layer
 * @param unused tensors that files carry but the computation does not need, as regular expressions
 * @param inert configuration keys that do not change what the model computes
 */
record Architecture(
        String name,
        String prefix,
        Function<ConfigReader, ModelConfig> config,
        List<TensorSource> tensors,
        List<String> unused,
        Set<String> inert) {
    static final List<Architecture> ALL = List.of(Gpt2.ARCHITECTURE, GptNeo.ARCHITECTURE);

    /** The family that a {@code config.json} names. */
    static Architecture of(JsonObject config, String where) {
        String named = config.has("architectures")
                ? config.getAsJsonArray("architectures").get(0).getAsString()
                : "";
        return ALL.stream()
                .filter(a -> a.name.equals(named))
                .findFirst()
                .orElseThrow(() -> new LoadException(where + ": the architecture \"" + named
                        + "\" is not one this library knows; it knows "
                        + ALL.stream().map(Architecture::name).toList() + "."));
    }
}
