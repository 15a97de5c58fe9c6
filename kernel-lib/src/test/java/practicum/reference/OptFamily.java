package practicum.reference;

import java.util.Arrays;

/**
 * OPT (transformers: models/opt): positions start at row 2; the 350m model normalises after each sum, has no final
 * norm, and embeds in fewer dimensions than it computes in.
 */
final class OptFamily extends Family {
    OptFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("model.").withoutPrefix("decoder."));
    }

    private boolean normFirst() {
        return config.flag("do_layer_norm_before", true);
    }

    private boolean bias() {
        return config.flag("enable_bias", true);
    }

    private int width() {
        return config.integer("hidden_size");
    }

    private boolean projected() {
        return config.integer("word_embed_proj_dim", width()) != width();
    }

    @Override
    int layers() {
        return config.integer("num_hidden_layers");
    }

    @Override
    Embedding embedding() {
        double[][] tokens = tensors.matrix("embed_tokens.weight");
        double[][] positions = tensors.matrix("embed_positions.weight");
        Pointwise in = projected() ? linear("project_in") : Pointwise.IDENTITY;
        return (token, type, position) -> Vectors.plus(in.apply(tokens[token]), positions[position + 2]);
    }

    @Override
    Block block(int layer) {
        String name = "layers." + layer;
        Pointwise mlp = Mlp.plain(
                linear(name + ".fc1", bias()),
                Activation.named(config.text("activation_function", "relu")),
                linear(name + ".fc2", bias()));
        Pointwise first = norm(name + ".self_attn_layer_norm");
        Pointwise second = norm(name + ".final_layer_norm");
        return normFirst()
                ? Block.serial(first, attention(name + ".self_attn"), second, mlp)
                : Block.postNorm(attention(name + ".self_attn"), first, mlp, second);
    }

    private Attention attention(String name) {
        int heads = config.integer("num_attention_heads");
        return Attention.plain(
                linear(name + ".q_proj", bias()),
                linear(name + ".k_proj", bias()),
                linear(name + ".v_proj", bias()),
                linear(name + ".out_proj", bias()),
                heads,
                heads,
                Rotation.NONE,
                1 / Math.sqrt((double) width() / heads),
                Mask.CAUSAL);
    }

    private Pointwise norm(String name) {
        if (config.flag("layer_norm_elementwise_affine", true)) {
            return layerNorm(name, 1e-5);
        }
        double[] ones = new double[width()];
        Arrays.fill(ones, 1);
        return Norm.layer(ones, new double[width()], 1e-5);
    }

    @Override
    Pointwise finalNorm() {
        return normFirst() && !config.flag("_remove_final_layer_norm", false)
                ? norm("final_layer_norm")
                : Pointwise.IDENTITY;
    }

    @Override
    Pointwise head() {
        Pointwise out = projected() ? linear("project_out") : Pointwise.IDENTITY;
        return out.then(unembedding("embed_tokens.weight", "lm_head.weight", true));
    }
}
