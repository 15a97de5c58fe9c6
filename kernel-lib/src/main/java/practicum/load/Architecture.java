package practicum.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import practicum.model.ModelConfig;

/**
 * A model family as data: how its configuration is read and where its tensors go.
 *
 * @param name the class named in {@code config.json}, such as {@code GPT2LMHeadModel}
 * @param type the {@code model_type} of files that name no class
 * @param prefix what base-model files may leave out in front of a tensor's name: {@code transformer.}
 * @param config reads the shape
 * @param tensors where each parameter comes from; {@code %d} stands for the layer
 * @param copies tensors that files may hold a second time, and which ones they must equal then
 * @param unused tensors that files carry but the computation does not need, as regular expressions
 * @param inert configuration keys that do not change what the model computes
 */
record Architecture(
        String name,
        String type,
        String prefix,
        Function<ConfigReader, ModelConfig> config,
        List<TensorSource> tensors,
        Map<String, String> copies,
        List<String> unused,
        Set<String> inert) {
    static final List<Architecture> ALL = List.of(
            Gpt2.ARCHITECTURE,
            GptNeo.ARCHITECTURE,
            GptNeoX.ARCHITECTURE,
            GptJ.ARCHITECTURE,
            Opt.ARCHITECTURE,
            Llama.ARCHITECTURE,
            Mistral.ARCHITECTURE,
            Qwen2.ARCHITECTURE,
            Qwen3.ARCHITECTURE,
            Gemma.ARCHITECTURE,
            Gemma2.ARCHITECTURE,
            Gemma3.ARCHITECTURE,
            Gemma3Multimodal.ARCHITECTURE,
            Phi.ARCHITECTURE,
            Olmo2.ARCHITECTURE,
            Bert.ARCHITECTURE);

    /** Classes that hold one of these models and more: the rest is not read. */
    private static final Map<String, String> SAME_AS = Map.of("BertForPreTraining", "BertForMaskedLM");

    /** The family that a {@code config.json} names. */
    static Architecture of(JsonObject config, String where) {
        JsonElement classes = config.get("architectures");
        if (classes instanceof JsonArray array && !array.isEmpty()) {
            String written = array.get(0).getAsString();
            String named = SAME_AS.getOrDefault(written, written);
            return ALL.stream()
                    .filter(a -> a.name.equals(named))
                    .findFirst()
                    .map(a -> Opt.suited(a, config))
                    .orElseThrow(() -> unknown(config, where, "the architecture \"" + written + "\""));
        }
        String type = config.has("model_type") ? config.get("model_type").getAsString() : "";
        if (type.equals("practicum_net")) {
            throw new LoadException(where + " is of a dense or convolutional net: load it with Nets.load.");
        }
        return ALL.stream()
                .filter(a -> a.type.equals(type))
                .findFirst()
                .map(a -> Opt.suited(a, config))
                .orElseThrow(
                        () -> unknown(config, where, "it names no architecture, and the model type \"" + type + "\""));
    }

    /** The family of a class. */
    static Architecture named(String name) {
        return ALL.stream()
                .filter(a -> a.name.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(new JsonObject(), "Writing a model", "the architecture \"" + name + "\""));
    }

    private static LoadException unknown(JsonObject config, String where, String what) {
        boolean isNested = config.has("text_config") || config.has("vision_config");
        return new LoadException(where + ": " + what + " is not one this library knows; it knows "
                + ALL.stream().map(Architecture::name).toList() + "."
                + (isNested
                        ? " This one is made of several models, of which one reads text (its text_config): take a"
                                + " checkpoint that holds that model alone, if there is one of a family known here."
                        : ""));
    }
}
