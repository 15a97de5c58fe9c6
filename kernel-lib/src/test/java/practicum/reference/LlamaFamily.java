package practicum.reference;

/** Llama 1 to 3 (transformers: models/llama), and what its descendants share. */
class LlamaFamily extends Family {
    LlamaFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("model."));
    }

    @Override
    final int layers() {
        return config.integer("num_hidden_layers");
    }

    final int width() {
        return config.integer("hidden_size");
    }

    final int heads() {
        return config.integer("num_attention_heads");
    }

    int keyHeads() {
        return config.integer("num_key_value_heads", heads());
    }

    int headSize() {
        return config.integer("head_dim", width() / heads());
    }

    @Override
    Embedding embedding() {
        return tokensOnly("embed_tokens.weight");
    }

    @Override
    Block block(int layer) {
        String name = "layers." + layer;
        return Block.serial(
                norm(name + ".input_layernorm"),
                attention(layer),
                norm(name + ".post_attention_layernorm"),
                mlp(layer));
    }

    final Pointwise mlp(int layer) {
        String name = "layers." + layer + ".mlp";
        boolean bias = config.flag("mlp_bias", false);
        return Mlp.gated(
                linear(name + ".gate_proj", bias),
                linear(name + ".up_proj", bias),
                Activation.named(activation()),
                linear(name + ".down_proj", bias));
    }

    String activation() {
        return config.text("hidden_act", "silu");
    }

    Attention attention(int layer) {
        return Attention.plain(
                projection(layer, "q_proj", inputBias()),
                projection(layer, "k_proj", inputBias()),
                projection(layer, "v_proj", inputBias()),
                projection(layer, "o_proj", outputBias()),
                heads(),
                keyHeads(),
                RopeScaling.rope(rope(layer), headSize(), config.integer("max_position_embeddings")),
                scale(),
                mask(layer));
    }

    final Pointwise projection(int layer, String name, boolean bias) {
        return linear("layers." + layer + ".self_attn." + name, bias);
    }

    boolean inputBias() {
        return config.flag("attention_bias", false);
    }

    boolean outputBias() {
        return config.flag("attention_bias", false);
    }

    double scale() {
        return 1 / Math.sqrt(headSize());
    }

    Mask mask(int layer) {
        return Mask.CAUSAL;
    }

    Config rope(int layer) {
        return config.rope(10000);
    }

    Pointwise norm(String name) {
        return Norm.rms(tensors.vector(name + ".weight"), 0, config.number("rms_norm_eps", 1e-6));
    }

    @Override
    final Pointwise finalNorm() {
        return norm("norm");
    }

    boolean tiedByDefault() {
        return false;
    }

    @Override
    Pointwise head() {
        return unembedding("embed_tokens.weight", "lm_head.weight", tiedByDefault());
    }
}
