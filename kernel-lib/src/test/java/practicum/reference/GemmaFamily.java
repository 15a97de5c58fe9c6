package practicum.reference;

/** Gemma 1 (transformers: models/gemma): Llama with embeddings times the root of the width and norms of 1 + w. */
class GemmaFamily extends LlamaFamily {
    GemmaFamily(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    int headSize() {
        return config.integer("head_dim", 256);
    }

    @Override
    final Embedding embedding() {
        Embedding tokens = super.embedding();
        Pointwise scaled = Pointwise.times(Math.sqrt(width()));
        return (token, type, position) -> scaled.apply(tokens.of(token, type, position));
    }

    /**
     * Gemma was trained with the tanh form. The first files say {@code "hidden_act": "gelu"} all the same, which
     * transformers ignored (4.39 to 4.4x: models/gemma/modeling_gemma.py) in favour of {@code hidden_activation}.
     */
    @Override
    String activation() {
        return config.text("hidden_activation", "gelu_pytorch_tanh");
    }

    @Override
    final Pointwise norm(String name) {
        return Norm.rms(tensors.vector(name + ".weight"), 1, config.number("rms_norm_eps", 1e-6));
    }

    @Override
    final boolean tiedByDefault() {
        return true;
    }
}
