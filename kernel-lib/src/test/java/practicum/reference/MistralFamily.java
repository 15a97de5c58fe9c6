package practicum.reference;

/** Mistral (transformers: models/mistral): Llama with a sliding window in every layer, or in none if it is null. */
final class MistralFamily extends LlamaFamily {
    MistralFamily(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    int keyHeads() {
        return config.json().has("num_key_value_heads") ? super.keyHeads() : 8;
    }

    @Override
    Mask mask(int layer) {
        boolean unlimited = config.json().has("sliding_window") && !config.has("sliding_window");
        return unlimited ? Mask.CAUSAL : Mask.window(config.integer("sliding_window", 4096));
    }
}
