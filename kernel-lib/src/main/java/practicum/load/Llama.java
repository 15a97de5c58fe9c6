package practicum.load;

import java.util.Set;
import practicum.model.ModelConfig;

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
        json.only("rope_interleaved", false);
        boolean bias = json.flag("attention_bias", false);
        return Decoders.gated("llama", json)
                .attnBias(bias, bias)
                .gatedMlp(Activations.named(json, "hidden_act"), json.flag("mlp_bias", false))
                .build();
    }
}
