package practicum.model;

import static practicum.hook.HookPoint.*;

import org.jspecify.annotations.Nullable;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * One forward pass: the transformer as a reader would write it, with a tap at each hook.
 *
 * <p>b batch, p position throughout.
 */
final class Forward {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final Passage passage;
    private final Attention attention;
    private final Mlp mlp;
    private boolean leaf;

    Forward(ModelConfig config, Weights weights, Tap tap, Passage passage, @Nullable KeyValueCache cache) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        this.passage = passage;
        attention = new Attention(config, weights, tap, passage, cache);
        mlp = new Mlp(config, weights, tap);
    }

    /** The stream after the blocks [b, p, d_model], from the tokens. */
    Tensor stream() {
        return blocks(0, config.nLayers(), embed());
    }

    /**
     * The same, recorded for gradients from a block on. Everything that is recorded follows from one leaf: the stream
     * before that block, or the embeddings if it is −1.
     */
    Tensor differentiableStream(int firstLayer) {
        leaf = firstLayer < 0;
        Tensor before = leaf ? embed() : withoutGradients(firstLayer);
        return blocks(Math.max(0, firstLayer), config.nLayers(), leaf ? before : before.requiresGrad());
    }

    private Tensor withoutGradients(int layers) {
        try (GradMode off = GradMode.off()) {
            return blocks(0, layers, embed());
        }
    }

    /** The sum of all embeddings [b, p, d_model]. */
    Tensor embed() {
        Tensor tokens = lookedUp(Parameter.W_E, passage.ids());
        StreamConfig stream = config.stream();
        Tensor sum = tap.at(EMBED, -1, stream.scale() == 1 ? tokens : tokens.mul(stream.scale()));
        if (stream.learnedPositions()) {
            sum = sum.add(tap.at(POS_EMBED, -1, lookedUp(Parameter.W_POS, passage.positions())));
        }
        if (stream.tokenTypes() > 0) {
            Tensor types = lookedUp(Parameter.W_TOKEN_TYPE, passage.types());
            sum = sum.add(tap.at(TOKEN_TYPE_EMBED, -1, types));
        }
        Norm norm = weights.embedNorm();
        return norm == null ? sum : tap.at(FULL_EMBED, -1, norm.of(sum));
    }

    private Tensor lookedUp(String table, Tensor ids) {
        Tensor rows = weights.get(table).lookup(ids);
        return leaf ? rows.requiresGrad() : rows;
    }

    /** The stream after blocks {@code from} to {@code to} (that one not included) [b, p, d_model]. */
    Tensor blocks(int from, int to, Tensor stream) {
        Tensor resid = stream;
        for (int l = from; l < to; l++) {
            try (Scope scope = Scope.open()) {
                resid = scope.keep(block(l, resid));
                tap.keep(scope);
            }
        }
        return resid;
    }

    private Tensor block(int l, Tensor stream) {
        Weights.Block w = weights.block(l);
        Tensor pre = tap.at(RESID_PRE, l, stream);
        boolean after = config.layout() == BlockLayout.RESIDUAL;
        Tensor read = after || w.ln1() == null ? pre : w.ln1().of(pre, tap, LN1_SCALE, LN1_NORMALIZED, l);
        Tensor attended = pre.add(attention.out(l, pre, read));
        if (config.dMlp() == 0) {
            return tap.at(RESID_POST, l, attended);
        }
        if (config.layout().isParallel()) {
            return tap.at(RESID_POST, l, attended.add(mlp.out(l, pre, read)));
        }
        Tensor sum = tap.at(RESID_MID, l, attended);
        Tensor mid = after && w.ln1() != null ? w.ln1().of(sum, tap, LN1_SCALE, LN1_NORMALIZED, l) : sum;
        Tensor post = tap.at(RESID_POST, l, mid.add(mlp.out(l, mid, mid)));
        return after && w.ln2() != null
                ? tap.at(NORMALIZED_RESID_POST, l, w.ln2().of(post, tap, LN2_SCALE, LN2_NORMALIZED, l))
                : post;
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
