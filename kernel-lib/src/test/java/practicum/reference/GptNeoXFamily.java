package practicum.reference;

import com.google.gson.JsonPrimitive;

/** GPT-NeoX and Pythia (transformers: models/gpt_neox): each head's q, k and v lie together in one matrix. */
final class GptNeoXFamily extends Family {
    GptNeoXFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("gpt_neox."));
    }

    @Override
    int layers() {
        return config.integer("num_hidden_layers");
    }

    @Override
    Embedding embedding() {
        return tokensOnly("embed_in.weight");
    }

    @Override
    Block block(int layer) {
        String name = "layers." + layer;
        Pointwise mlp = Mlp.plain(
                biased(name + ".mlp.dense_h_to_4h"),
                Activation.named(config.text("hidden_act", "gelu")),
                biased(name + ".mlp.dense_4h_to_h"));
        Pointwise first = norm(name + ".input_layernorm");
        Pointwise second = norm(name + ".post_attention_layernorm");
        return config.flag("use_parallel_residual", true)
                ? Block.parallel(first, attention(name + ".attention"), second, mlp)
                : Block.serial(first, attention(name + ".attention"), second, mlp);
    }

    private Attention attention(String name) {
        boolean bias = config.flag("attention_bias", true);
        int heads = config.integer("num_attention_heads");
        int size = config.integer("hidden_size") / heads;
        Pointwise qkv = linear(name + ".query_key_value", bias);
        return Attention.plain(
                qkv.then(x -> part(x, 0, heads, size)),
                qkv.then(x -> part(x, 1, heads, size)),
                qkv.then(x -> part(x, 2, heads, size)),
                linear(name + ".dense", bias),
                heads,
                heads,
                RopeScaling.rope(rope(), size, config.integer("max_position_embeddings", 2048)),
                1 / Math.sqrt(size),
                Mask.CAUSAL);
    }

    /** From [head][q, k, v][size], one of the three for all heads. */
    private static double[] part(double[] qkv, int which, int heads, int size) {
        double[] part = new double[heads * size];
        for (int head = 0; head < heads; head++) {
            System.arraycopy(qkv, (3 * head + which) * size, part, head * size, size);
        }
        return part;
    }

    /** The family's own older names, rotary_pct and rotary_emb_base, decide over those that other families use. */
    private Config rope() {
        return config.with("rope_theta", new JsonPrimitive(config.number("rotary_emb_base", 10000)))
                .with("partial_rotary_factor", new JsonPrimitive(config.number("rotary_pct", 0.25)))
                .rope(10000);
    }

    private Pointwise norm(String name) {
        return layerNorm(name, config.number("layer_norm_eps", 1e-5));
    }

    @Override
    Pointwise finalNorm() {
        return norm("final_layer_norm");
    }

    @Override
    Pointwise head() {
        return unembedding("embed_in.weight", "embed_out.weight", false);
    }
}
