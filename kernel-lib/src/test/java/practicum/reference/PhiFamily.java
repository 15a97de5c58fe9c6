package practicum.reference;

import com.google.gson.JsonPrimitive;

/** Phi 1 to 2 (transformers: models/phi): one norm for parallel attention and MLP, biases everywhere. */
final class PhiFamily extends Family {
    PhiFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("model."));
    }

    @Override
    int layers() {
        return config.integer("num_hidden_layers");
    }

    @Override
    Embedding embedding() {
        return tokensOnly("embed_tokens.weight");
    }

    @Override
    Block block(int layer) {
        String name = "layers." + layer;
        Pointwise mlp = Mlp.plain(
                biased(name + ".mlp.fc1"),
                Activation.named(config.text("hidden_act", "gelu_new")),
                biased(name + ".mlp.fc2"));
        Pointwise norm = norm(name + ".input_layernorm");
        return Block.parallel(norm, attention(name + ".self_attn"), norm, mlp);
    }

    private Attention attention(String name) {
        int heads = config.integer("num_attention_heads");
        int size = config.integer("hidden_size") / heads;
        Config rope = config.rope(10000);
        Attention attention = Attention.plain(
                biased(name + ".q_proj"),
                biased(name + ".k_proj"),
                biased(name + ".v_proj"),
                biased(name + ".dense"),
                heads,
                config.integer("num_key_value_heads", heads),
                RopeScaling.rope(
                        rope.has("partial_rotary_factor")
                                ? rope
                                : rope.with("partial_rotary_factor", new JsonPrimitive(0.5)),
                        size,
                        config.integer("max_position_embeddings")),
                1 / Math.sqrt(size),
                Mask.CAUSAL);
        return config.flag("qk_layernorm", false)
                ? attention.withHeadNorms(norm(name + ".q_layernorm"), norm(name + ".k_layernorm"))
                : attention;
    }

    private Pointwise norm(String name) {
        return layerNorm(name, config.number("layer_norm_eps", 1e-5));
    }

    @Override
    Pointwise finalNorm() {
        return norm("final_layernorm");
    }

    @Override
    Pointwise head() {
        double[] bias = tensors.vector("lm_head.bias");
        return unembedding("embed_tokens.weight", "lm_head.weight", false).then(x -> Vectors.plus(x, bias));
    }
}
