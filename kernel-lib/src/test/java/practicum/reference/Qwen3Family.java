package practicum.reference;

/** Qwen 3 (transformers: models/qwen3): Qwen 2 with each head's q and k normalised, and biases by configuration. */
final class Qwen3Family extends Qwen2Family {
    Qwen3Family(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    int headSize() {
        return config.integer("head_dim", 128);
    }

    @Override
    boolean inputBias() {
        return config.flag("attention_bias", false);
    }

    @Override
    boolean outputBias() {
        return config.flag("attention_bias", false);
    }

    @Override
    Attention attention(int layer) {
        String name = "layers." + layer + ".self_attn";
        return super.attention(layer).withHeadNorms(norm(name + ".q_norm"), norm(name + ".k_norm"));
    }
}
