package practicum.load;

import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

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
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        boolean bias = json.flag("attention_bias", false);
        Rotary rotary = Rotaries.of(json, dHead).read();
        return ModelConfig.shape(
                        "olmo2",
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads", heads))
                .headWidth(dHead)
                .layout(BlockLayout.POST)
                .rmsNorm(json.number("rms_norm_eps"))
                .rotary(rotary)
                .qkNorm(QkNorm.ALL)
                .attnBias(bias, bias)
                .gatedMlp(Activations.named(json, "hidden_act"), false)
                .tied(json.flag("tie_word_embeddings", false))
                .build();
    }
}
