package practicum.model;

import static practicum.hook.HookPoint.*;

import practicum.tensor.GradMode;
import practicum.tensor.Tensor;

/** One forward pass: embedding, blocks, final normalisation, unembedding. */
final class Forward {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final Embedding embedding;
    private final Blocks blocks;

    Forward(ModelConfig config, Weights weights, Tap tap, Passage passage) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        embedding = new Embedding(config, weights, tap, passage);
        blocks = new Blocks(config, weights, tap, passage);
    }

    /** The stream after the blocks [b, p, d_model], from the tokens. */
    Tensor stream() {
        return blocks.through(0, config.nLayers(), embedding.sum(false));
    }

    /**
     * The same, recorded for gradients from a block on. Everything that is recorded follows from one leaf: the stream
     * before that block, or the embeddings if it is −1.
     */
    Tensor differentiableStream(int firstLayer) {
        Tensor before = firstLayer < 0 ? embedding.sum(true) : withoutGradients(firstLayer);
        return blocks.through(
                Math.max(0, firstLayer), config.nLayers(), firstLayer < 0 ? before : before.requiresGrad());
    }

    /** The sum of all embeddings [b, p, d_model], each of them a leaf of the graph if asked. */
    Tensor embedded(boolean leaves) {
        return embedding.sum(leaves);
    }

    /** The stream after blocks {@code from} to {@code to}, that one not included [b, p, d_model]. */
    Tensor through(int from, int to, Tensor resid) {
        return blocks.through(from, to, resid);
    }

    private Tensor withoutGradients(int layers) {
        try (GradMode off = GradMode.off()) {
            return blocks.through(0, layers, embedding.sum(false));
        }
    }

    /** The normalised stream [b, p, d_model] that the unembedding reads. */
    Tensor normalized(Tensor resid) {
        Norm norm = weights.finalNorm();
        return norm == null ? resid : norm.of(resid, tap, LN_FINAL_SCALE, LN_FINAL_NORMALIZED, -1);
    }

    /** Logits [b, p, d_vocab] of a normalised stream. */
    static Tensor unembed(ModelConfig config, Weights weights, Tensor normalized) {
        Tensor x = normalized;
        Weights.Linear head = weights.mlmHead();
        if (head != null) {
            Tensor neurons = config.mlp().activation().of(head.of(x));
            Norm norm = weights.mlmNorm();
            x = norm == null ? neurons : norm.of(neurons);
        }
        Tensor logits = weights.unembedding().of(x);
        return config.stream().softCap() == 0
                ? logits
                : logits.softCap(config.stream().softCap());
    }
}
