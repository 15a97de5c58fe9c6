package practicum.load;

import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;

/** OLMo 2 (2024, arXiv 2501.00656): attention and MLP read the stream as it is, and what they write is normalised. */
final class Olmo2 {
    static final Architecture ARCHITECTURE = new Architecture(
            "Olmo2ForCausalLM",
            "olmo2",
            "model.",
            Olmo2::config,
            LlamaTensors.sandwich(Layout.SAME),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout"));

    private Olmo2() {}

    private static ModelConfig config(ConfigReader json) {
        boolean bias = json.flag("attention_bias", false);
        return Decoders.gated("olmo2", json)
                .layout(BlockLayout.POST)
                .qkNorm(QkNorm.ALL)
                .attnBias(bias, bias)
                .build();
    }
}
