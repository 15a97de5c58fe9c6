package practicum.reference;

/**
 * OLMo 2 (transformers: models/olmo2): nothing is normalised on the way into a layer, everything on the way out; q and k
 * are normalised over all heads together.
 */
final class Olmo2Family extends LlamaFamily {
    Olmo2Family(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    Block block(int layer) {
        String name = "layers." + layer;
        return new Block(
                Block.Wiring.SERIAL,
                Pointwise.IDENTITY,
                attention(layer),
                norm(name + ".post_attention_layernorm"),
                Pointwise.IDENTITY,
                mlp(layer),
                norm(name + ".post_feedforward_layernorm"));
    }

    @Override
    Attention attention(int layer) {
        Attention plain = super.attention(layer);
        String name = "layers." + layer + ".self_attn";
        return Attention.plain(
                plain.q().then(norm(name + ".q_norm")),
                plain.k().then(norm(name + ".k_norm")),
                plain.v(),
                plain.o(),
                plain.heads(),
                plain.keyHeads(),
                plain.rotation(),
                plain.scale(),
                plain.mask());
    }

    @Override
    Pointwise norm(String name) {
        return Norm.rms(tensors.vector(name + ".weight"), 0, config.number("rms_norm_eps", 1e-5));
    }
}
