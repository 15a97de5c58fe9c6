package practicum.load;

import java.util.List;
import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.ModelConfig;
import practicum.model.ModelShape;
import practicum.model.Rotary;

/** Qwen 2 and 2.5 (2024, arXiv 2407.10671): Llama with biases on queries, keys and values. */
final class Qwen2 {
    static final Architecture ARCHITECTURE = new Architecture(
            "Qwen2ForCausalLM",
            "qwen2",
            "model.",
            json -> shape(json).attnBias(true, false).build(),
            LlamaTensors.sequential(Layout.SAME),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout", "use_mrope"));

    private Qwen2() {}

    /** What Qwen 2 and 3 have in common. */
    static ModelShape shape(ConfigReader json) {
        int layers = json.integer("num_hidden_layers");
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        Rotary rotary = Rotaries.of(json, dHead).read();
        json.only("use_mrope", false);
        return ModelConfig.shape(
                        "qwen",
                        layers,
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads", heads))
                .headWidth(dHead)
                .rmsNorm(json.number("rms_norm_eps"))
                .rotary(rotary)
                .window(windows(json, layers))
                .qkNorm(QkNorm.NONE)
                .gatedMlp(Activations.named(json, "hidden_act"), false)
                .tied(json.flag("tie_word_embeddings", false));
    }

    /** Layers from {@code max_window_layers} on slide, if any do. */
    private static List<Integer> windows(ConfigReader json, int layers) {
        boolean sliding = json.flag("use_sliding_window", false);
        int window = sliding ? (int) json.stated("sliding_window") : 0;
        json.has("sliding_window");
        int from = json.integer("max_window_layers", 28);
        return Shapes.windows(json, layers, window, l -> window > 0 && l >= from);
    }
}
