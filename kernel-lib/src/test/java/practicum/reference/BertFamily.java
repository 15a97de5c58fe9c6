package practicum.reference;

/** BERT with its masked-language-model head (transformers: models/bert): sums are normalised, every token sees all. */
final class BertFamily extends Family {
    BertFamily(Config config, StoredTensors tensors) {
        super(
                config,
                tensors.withoutPrefix("bert.")
                        .renamed("LayerNorm\\.gamma$", "LayerNorm.weight")
                        .renamed("LayerNorm\\.beta$", "LayerNorm.bias"));
    }

    @Override
    int layers() {
        return config.integer("num_hidden_layers");
    }

    @Override
    Embedding embedding() {
        Embedding words =
                learnedPositions("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight", 0);
        double[][] types = tensors.matrix("embeddings.token_type_embeddings.weight");
        Pointwise norm = norm("embeddings.LayerNorm");
        return (token, type, position) -> norm.apply(Vectors.plus(words.of(token, type, position), types[type]));
    }

    @Override
    Block block(int layer) {
        String name = "encoder.layer." + layer;
        Pointwise mlp = Mlp.plain(biased(name + ".intermediate.dense"), activation(), biased(name + ".output.dense"));
        return Block.postNorm(
                attention(name + ".attention"),
                norm(name + ".attention.output.LayerNorm"),
                mlp,
                norm(name + ".output.LayerNorm"));
    }

    private Attention attention(String name) {
        int heads = config.integer("num_attention_heads");
        return Attention.plain(
                biased(name + ".self.query"),
                biased(name + ".self.key"),
                biased(name + ".self.value"),
                biased(name + ".output.dense"),
                heads,
                heads,
                Rotation.NONE,
                1 / Math.sqrt((double) config.integer("hidden_size") / heads),
                Mask.EVERYTHING);
    }

    private Pointwise activation() {
        return Activation.named(config.text("hidden_act", "gelu"));
    }

    private Pointwise norm(String name) {
        return layerNorm(name, config.number("layer_norm_eps", 1e-12));
    }

    @Override
    Pointwise finalNorm() {
        return Pointwise.IDENTITY;
    }

    @Override
    Pointwise head() {
        double[] bias = tensors.vector("cls.predictions.bias");
        return biased("cls.predictions.transform.dense")
                .then(activation())
                .then(norm("cls.predictions.transform.LayerNorm"))
                .then(unembedding("embeddings.word_embeddings.weight", "cls.predictions.decoder.weight", true))
                .then(x -> Vectors.plus(x, bias));
    }
}
