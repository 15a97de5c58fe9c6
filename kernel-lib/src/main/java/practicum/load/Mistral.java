package practicum.load;

import java.util.Set;
import practicum.model.ModelConfig;

/** Mistral (Jiang et al. 2023, arXiv 2310.06825): Llama whose layers see only so far back. */
final class Mistral {
    static final Architecture ARCHITECTURE = new Architecture(
            "MistralForCausalLM",
            "mistral",
            "model.",
            Mistral::config,
            LlamaTensors.sequential(Layout.SAME),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout"));

    private Mistral() {}

    private static ModelConfig config(ConfigReader json) {
        int layers = json.integer("num_hidden_layers");
        int window = (int) json.stated("sliding_window");
        return Decoders.gated("mistral", json)
                .kvHeads(json.integer("num_key_value_heads")) // without it Transformers would take 8
                .window(Shapes.windows(json, layers, window, l -> window > 0))
                .build();
    }
}
