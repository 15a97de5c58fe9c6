package practicum.model;

import static practicum.hook.HookPoint.*;

import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The blocks of a transformer, with a tap at each hook. A block can be entered at any of its stages, where what stands
 * before is known already.
 *
 * <p>Each position is treated alone except in {@link Attention}, so streams have any shape [.., d_model].
 */
final class Blocks {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final Attention attention;
    private final Mlp mlp;

    Blocks(ModelConfig config, Weights weights, Tap tap, Positions positions) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        attention = new Attention(config, weights, tap, positions);
        mlp = new Mlp(config, weights, tap);
    }

    Attention attention() {
        return attention;
    }

    Mlp mlp() {
        return mlp;
    }

    /** The stream after blocks {@code from} to {@code to} (that one not included). */
    Tensor through(int from, int to, Tensor stream) {
        Tensor resid = stream;
        for (int l = from; l < to; l++) {
            try (Scope scope = Scope.open()) {
                resid = scope.keep(block(l, resid));
                tap.keep(scope);
            }
        }
        return resid;
    }

    /** The stream after a block. */
    Tensor block(int l, Tensor stream) {
        Tensor pre = tap.at(RESID_PRE, l, stream);
        Tensor read = read(l, pre);
        return afterAttention(l, pre, read, attention.out(l, pre, read));
    }

    /** What attention reads of the stream before a block. */
    Tensor read(int l, Tensor pre) {
        Norm ln1 = weights.block(l).ln1();
        return normalizesSums() || ln1 == null ? pre : ln1.of(pre, tap, LN1_SCALE, LN1_NORMALIZED, l);
    }

    /** The stream after a block whose attention has written {@code out}. */
    Tensor afterAttention(int l, Tensor pre, Tensor read, Tensor out) {
        Tensor attended = pre.add(out);
        if (config.dMlp() == 0) {
            return tap.at(RESID_POST, l, attended);
        }
        if (config.layout().isParallel()) {
            return afterMlp(l, attended, mlp.out(l, pre, read));
        }
        Tensor mid = mid(l, tap.at(RESID_MID, l, attended));
        return afterMlp(l, mid, mlp.out(l, mid, mid));
    }

    /** What the MLP reads and adds to, from the sum of the stream and what attention wrote; not where both are parallel. */
    Tensor mid(int l, Tensor sum) {
        Norm ln1 = weights.block(l).ln1();
        return normalizesSums() && ln1 != null ? ln1.of(sum, tap, LN1_SCALE, LN1_NORMALIZED, l) : sum;
    }

    /** The stream after a block whose MLP has written {@code out}. */
    Tensor afterMlp(int l, Tensor mid, Tensor out) {
        return afterSum(l, tap.at(RESID_POST, l, mid.add(out)));
    }

    /** The stream after a block, from the sum of all that was written: the same, but where that is normalised again. */
    Tensor afterSum(int l, Tensor post) {
        Norm ln2 = weights.block(l).ln2();
        return config.dMlp() > 0 && normalizesSums() && ln2 != null
                ? tap.at(NORMALIZED_RESID_POST, l, ln2.of(post, tap, LN2_SCALE, LN2_NORMALIZED, l))
                : post;
    }

    private boolean normalizesSums() {
        return config.layout() == BlockLayout.RESIDUAL;
    }
}
