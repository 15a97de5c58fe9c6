package practicum.load;

import java.util.List;
import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

/** Gemma 3, text (2025, arXiv 2503.19786): Gemma 2 with normalised queries and keys, and two kinds of rotary positions. */
final class Gemma3 {
    static final Architecture ARCHITECTURE = new Architecture(
            "Gemma3ForCausalLM",
            "gemma3_text",
            "model.",
            Gemma3::config,
            LlamaTensors.sandwich(Layout.LESS_ONE),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout"));

    private Gemma3() {}

    static ModelConfig config(ConfigReader json) {
        json.only("use_bidirectional_attention", false);
        json.never("attn_logit_softcapping"); // the reference reads it and does nothing
        int layers = json.integer("num_hidden_layers");
        int dHead = json.integer("head_dim");
        String spelled = json.has("_sliding_window_pattern") ? "_sliding_window_pattern" : "sliding_window_pattern";
        int every = json.integer(spelled, 6);
        List<Integer> windows = Shapes.windows(json, layers, json.integer("sliding_window"), l -> (l + 1) % every != 0);
        Rotaries rotaries = Rotaries.of(json, dHead);
        Rotary full = rotaries.read("full_attention", 1_000_000, true);
        Rotary sliding = rotaries.read("sliding_attention", json.number("rope_local_base_freq", 10_000), false);
        return Gemma.shape(json, Activations.named(json, "hidden_activation"), Shapes.context(json, full))
                .rotary(l -> windows.get(l) == 0 ? full : sliding)
                .layout(BlockLayout.SANDWICH)
                .window(windows)
                .qkNorm(QkNorm.HEAD)
                .attnScale(1 / Math.sqrt(json.number("query_pre_attn_scalar")))
                .logitCap(json.number("final_logit_softcapping", 0))
                .build();
    }
}
