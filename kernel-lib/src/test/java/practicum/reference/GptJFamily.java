package practicum.reference;

/**
 * GPT-J (transformers: models/gptj): one norm for attention and MLP, which are parallel; rotary positions pair
 * neighbouring coordinates; the unembedding has a bias.
 */
final class GptJFamily extends Family {
    GptJFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("transformer."));
    }

    @Override
    int layers() {
        return config.integer("n_layer");
    }

    @Override
    Embedding embedding() {
        return tokensOnly("wte.weight");
    }

    @Override
    Block block(int layer) {
        String name = "h." + layer;
        Pointwise mlp = Mlp.plain(
                biased(name + ".mlp.fc_in"),
                Activation.named(config.text("activation_function", "gelu_new")),
                biased(name + ".mlp.fc_out"));
        Pointwise norm = norm(name + ".ln_1");
        return Block.parallel(norm, attention(name + ".attn"), norm, mlp);
    }

    private Attention attention(String name) {
        int heads = config.integer("n_head");
        int size = config.integer("n_embd") / heads;
        double[] frequencies = Rope.frequencies(10000, rotaryDim());
        return Attention.plain(
                linear(name + ".q_proj"),
                linear(name + ".k_proj"),
                linear(name + ".v_proj"),
                linear(name + ".out_proj"),
                heads,
                heads,
                new Rope(length -> frequencies, 1, true),
                1 / Math.sqrt(size),
                Mask.CAUSAL);
    }

    /**
     * Absent means 64, null the whole width: with more than one head transformers then fails on the shapes, so the
     * reference knows it for one head only.
     */
    private int rotaryDim() {
        if (config.json().has("rotary_dim") && !config.has("rotary_dim")) {
            if (config.integer("n_head") != 1) {
                throw new IllegalArgumentException("rotary_dim null is defined for one head only");
            }
            return config.integer("n_embd");
        }
        return config.integer("rotary_dim", 64);
    }

    private Pointwise norm(String name) {
        return layerNorm(name, config.number("layer_norm_epsilon", 1e-5));
    }

    @Override
    Pointwise finalNorm() {
        return norm("ln_f");
    }

    @Override
    Pointwise head() {
        double[] bias = tensors.vector("lm_head.bias");
        return unembedding("wte.weight", "lm_head.weight", false).then(x -> Vectors.plus(x, bias));
    }
}
