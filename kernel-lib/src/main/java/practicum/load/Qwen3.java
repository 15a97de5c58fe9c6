package practicum.load;

import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.ModelConfig;

/** Qwen 3 (2025, arXiv 2505.09388): queries and keys are normalised, head by head. */
final class Qwen3 {
    static final Architecture ARCHITECTURE = new Architecture(
            "Qwen3ForCausalLM",
            "qwen3",
            "model.",
            Qwen3::config,
            LlamaTensors.sequential(Layout.SAME),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout"));

    private Qwen3() {}

    private static ModelConfig config(ConfigReader json) {
        boolean bias = json.flag("attention_bias", false);
        json.need("head_dim"); // where it is missing, the reference takes 128 whatever the width
        return Qwen2.shape(json).attnBias(bias, bias).qkNorm(QkNorm.HEAD).build();
    }
}
