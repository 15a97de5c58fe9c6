package practicum.load;

import java.util.Set;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

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
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        int window = (int) json.stated("sliding_window");
        Rotary rotary = Rotaries.of(json, dHead).read();
        return ModelConfig.shape(
                        "mistral",
                        layers,
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads"))
                .headWidth(dHead)
                .rmsNorm(json.number("rms_norm_eps"))
                .rotary(rotary)
                .window(Shapes.windows(json, layers, window, l -> window > 0))
                .attnBias(false, false)
                .gatedMlp(Activations.named(json, "hidden_act"), false)
                .tied(json.flag("tie_word_embeddings", false))
                .build();
    }
}
