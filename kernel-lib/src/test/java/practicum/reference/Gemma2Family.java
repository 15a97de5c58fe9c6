package practicum.reference;

/** Gemma 2 (transformers: models/gemma2): norms before and after, soft caps, a window in every other layer. */
class Gemma2Family extends GemmaFamily {
    Gemma2Family(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    final Block block(int layer) {
        String name = "layers." + layer;
        return new Block(
                Block.Wiring.SERIAL,
                norm(name + ".input_layernorm"),
                attention(layer),
                norm(name + ".post_attention_layernorm"),
                norm(name + ".pre_feedforward_layernorm"),
                mlp(layer),
                norm(name + ".post_feedforward_layernorm"));
    }

    @Override
    Attention attention(int layer) {
        return super.attention(layer).withSoftCap(cap("attn_logit_softcapping", 50));
    }

    @Override
    final double scale() {
        return 1 / Math.sqrt(config.number("query_pre_attn_scalar", 256));
    }

    @Override
    final Mask mask(int layer) {
        return slides(layer) ? Mask.window(config.integer("sliding_window", 4096)) : Mask.CAUSAL;
    }

    final boolean slides(int layer) {
        return config.has("layer_types")
                ? config.array("layer_types").get(layer).getAsString().equals("sliding_attention")
                : (layer + 1) % windowPattern() != 0;
    }

    /** Every so many-th layer sees everything. */
    int windowPattern() {
        return 2;
    }

    double finalCap() {
        return cap("final_logit_softcapping", 30);
    }

    /** Null means no cap; an absent key means the family's default. */
    final double cap(String key, double otherwise) {
        boolean none = config.json().has(key) && !config.has(key);
        return none ? Double.POSITIVE_INFINITY : config.number(key, otherwise);
    }

    @Override
    final Pointwise head() {
        return super.head().then(Pointwise.softCap(finalCap()));
    }
}
