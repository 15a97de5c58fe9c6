package practicum.load;

import java.util.List;
import java.util.Set;
import practicum.model.ModelShape;

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
        json.only("use_mrope", false);
        return Decoders.gated("qwen", json).window(windows(json));
    }

    /** Layers from {@code max_window_layers} on slide, if any do. */
    private static List<Integer> windows(ConfigReader json) {
        int layers = json.integer("num_hidden_layers");
        boolean sliding = json.flag("use_sliding_window", false);
        int window = sliding ? (int) json.stated("sliding_window") : 0;
        json.has("sliding_window");
        int from = json.integer("max_window_layers", 28);
        return Shapes.windows(json, layers, window, l -> window > 0 && l >= from);
    }
}
