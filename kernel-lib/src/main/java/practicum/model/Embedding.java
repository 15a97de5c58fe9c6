package practicum.model;

import static practicum.hook.HookPoint.*;

import practicum.tensor.Tensor;

/** How a prompt enters the residual stream, with a tap at each hook. */
final class Embedding {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final Passage passage;

    Embedding(ModelConfig config, Weights weights, Tap tap, Passage passage) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        this.passage = passage;
    }

    /**
     * The sum of all embeddings [b, p, d_model].
     *
     * @param leaf whether what is looked up becomes what gradients are taken with respect to
     */
    Tensor sum(boolean leaf) {
        Tensor tokens = lookedUp(Parameter.W_E, passage.ids(), leaf);
        StreamConfig stream = config.stream();
        Tensor sum = tap.at(EMBED, -1, stream.scale() == 1 ? tokens : tokens.mul(stream.scale()));
        if (stream.learnedPositions()) {
            sum = sum.add(tap.at(POS_EMBED, -1, lookedUp(Parameter.W_POS, passage.positions(), leaf)));
        }
        if (stream.tokenTypes() > 0) {
            Tensor types = lookedUp(Parameter.W_TOKEN_TYPE, passage.types(), leaf);
            sum = sum.add(tap.at(TOKEN_TYPE_EMBED, -1, types));
        }
        Norm norm = weights.embedNorm();
        return norm == null ? sum : tap.at(FULL_EMBED, -1, norm.of(sum));
    }

    private Tensor lookedUp(String table, Tensor ids, boolean leaf) {
        Tensor rows = weights.get(table).lookup(ids);
        return leaf ? rows.requiresGrad() : rows;
    }
}
