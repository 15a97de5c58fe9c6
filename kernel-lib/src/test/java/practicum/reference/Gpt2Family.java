package practicum.reference;

import java.util.Arrays;

/** GPT-2 (transformers: models/gpt2): one matrix for q, k and v, all matrices stored [in][out]. */
final class Gpt2Family extends Family {
    Gpt2Family(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("transformer."));
    }

    @Override
    int layers() {
        return config.integer("n_layer");
    }

    @Override
    Embedding embedding() {
        return learnedPositions("wte.weight", "wpe.weight", 0);
    }

    @Override
    Block block(int layer) {
        String name = "h." + layer;
        Pointwise mlp = Mlp.plain(
                conv(name + ".mlp.c_fc"),
                Activation.named(config.text("activation_function", "gelu_new")),
                conv(name + ".mlp.c_proj"));
        return Block.serial(norm(name + ".ln_1"), attention(layer), norm(name + ".ln_2"), mlp);
    }

    private Attention attention(int layer) {
        String name = "h." + layer + ".attn";
        int heads = config.integer("n_head");
        int width = config.integer("n_embd");
        double scale = config.flag("scale_attn_weights", true) ? 1 / Math.sqrt((double) width / heads) : 1;
        if (config.flag("scale_attn_by_inverse_layer_idx", false)) {
            scale /= layer + 1;
        }
        Pointwise qkv = conv(name + ".c_attn");
        return Attention.plain(
                qkv.then(x -> Arrays.copyOfRange(x, 0, width)),
                qkv.then(x -> Arrays.copyOfRange(x, width, 2 * width)),
                qkv.then(x -> Arrays.copyOfRange(x, 2 * width, 3 * width)),
                conv(name + ".c_proj"),
                heads,
                heads,
                Rotation.NONE,
                scale,
                Mask.CAUSAL);
    }

    private Pointwise conv(String name) {
        return new Linear(tensors.transposed(name + ".weight"), tensors.vector(name + ".bias"));
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
        return unembedding("wte.weight", "lm_head.weight", true);
    }
}
