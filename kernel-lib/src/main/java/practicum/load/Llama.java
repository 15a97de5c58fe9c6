package practicum.load;

import java.util.Set;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

/** Llama 1 to 3.x (Touvron et al. 2023, arXiv 2302.13971; 2024, arXiv 2407.21783). */
final class Llama {
    static final Architecture ARCHITECTURE = new Architecture(
            "LlamaForCausalLM",
            "llama",
            "model.",
            Llama::config,
            LlamaTensors.sequential(Layout.SAME),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of(
                    "attention_dropout",
                    "is_llama_config",
                    "max_sequence_length", // says max_position_embeddings again, in Llama 1
                    "pretraining_tp")); // the same sums, taken in slices

    private Llama() {}

    private static ModelConfig config(ConfigReader json) {
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        json.only("rope_interleaved", false);
        boolean bias = json.flag("attention_bias", false);
        Rotary rotary = Rotaries.of(json, dHead).read();
        return ModelConfig.shape(
                        "llama",
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads", heads))
                .headWidth(dHead)
                .rmsNorm(json.number("rms_norm_eps"))
                .rotary(rotary)
                .attnBias(bias, bias)
                .gatedMlp(Activations.named(json, "hidden_act"), json.flag("mlp_bias", false))
                .tied(json.flag("tie_word_embeddings", false))
                .build();
    }
}
