package practicum.reference;

/**
 * Qwen 2 and 2.5 (transformers: models/qwen2): biases on q, k and v only. The sliding window counts only with {@code
 * use_sliding_window}, and from layer {@code max_window_layers} on unless {@code layer_types} names the layers.
 */
class Qwen2Family extends LlamaFamily {
    Qwen2Family(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    boolean inputBias() {
        return true;
    }

    @Override
    boolean outputBias() {
        return false;
    }

    @Override
    final Mask mask(int layer) {
        boolean windows = config.flag("use_sliding_window", false) && config.has("sliding_window");
        boolean sliding = config.has("layer_types")
                ? config.array("layer_types").get(layer).getAsString().equals("sliding_attention")
                : windows && layer >= config.integer("max_window_layers", 28);
        if (sliding && !windows) {
            throw new IllegalArgumentException("layer " + layer + " slides, but there is no window");
        }
        return sliding ? Mask.window(config.integer("sliding_window")) : Mask.CAUSAL;
    }
}
