package practicum.load;

import java.util.Set;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

/** Gemma 2 (2024, arXiv 2408.00118): normalised before and after each part, capped scores and logits, every other layer sliding. */
final class Gemma2 {
    static final Architecture ARCHITECTURE = new Architecture(
            "Gemma2ForCausalLM",
            "gemma2",
            "model.",
            Gemma2::config,
            LlamaTensors.sandwich(Layout.LESS_ONE),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout", "hidden_act", "sliding_window_size"));

    private Gemma2() {}

    private static ModelConfig config(ConfigReader json) {
        json.only("use_bidirectional_attention", false);
        Rotary rotary = Rotaries.of(json, json.integer("head_dim")).read();
        int layers = json.integer("num_hidden_layers");
        return Gemma.shape(json, Activations.named(json, "hidden_activation"), Shapes.context(json, rotary))
                .rotary(rotary)
                .layout(BlockLayout.SANDWICH)
                .window(Shapes.windows(json, layers, json.integer("sliding_window"), l -> l % 2 == 0))
                .attnScale(1 / Math.sqrt(json.number("query_pre_attn_scalar")))
                .scoreCap(json.stated("attn_logit_softcapping"))
                .logitCap(json.stated("final_logit_softcapping"))
                .build();
    }
}
