package practicum.model;

import static practicum.hook.HookPoint.*;

import org.jspecify.annotations.Nullable;
import practicum.hook.HookPoint;
import practicum.tensor.Tensor;

/**
 * Attention (Vaswani et al. 2017, arXiv 1706.03762), with a tap at each hook.
 *
 * <p>b batch, p position that passes, k position that it may see, h head, kv head of keys and values, d d_head.
 */
final class Attention {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final Positions positions;

    Attention(ModelConfig config, Weights weights, Tap tap, Positions positions) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        this.positions = positions;
    }

    /**
     * What attention adds to the stream [.., d_model].
     *
     * @param stream the stream
     * @param x what attention reads of it: normalised, in most layouts
     */
    Tensor out(int l, Tensor stream, Tensor x) {
        return written(l, mixed(l, stream, x));
    }

    /** The values that heads mix [.., h, d] where they read {@code x} of the stream. */
    Tensor mixed(int l, Tensor stream, Tensor x) {
        return mixed(l, Projection.of(config, weights.block(l), tap, l, stream, x));
    }

    /** The values that heads mix [.., h, d]. */
    Tensor mixed(int l, Projection projected) {
        Tensor q = normalized(tap.at(Q, l, projected.q()), weights.block(l).qNorm());
        Tensor queries = positions.queries(turned(ROT_Q, l, q));
        Tensor k = keys(l, tap.at(K, l, projected.k()));
        KeyValueCache.Entry seen = positions.seen(l, k, tap.at(V, l, projected.v()));
        Tensor scores = tap.at(ATTN_SCORES, l, scores(l, queries, seen.keys()));
        return mixed(tap.at(PATTERN, l, scores.softmax(-1)), seen.values());
    }

    /** Keys as queries meet them: normalised and turned, where that is done. */
    Tensor keys(int l, Tensor projected) {
        return turned(ROT_K, l, normalized(projected, weights.block(l).kNorm()));
    }

    /** Values [b, k, kv, d] mixed by a pattern [b, h, p, k]: [.., h, d]. */
    Tensor mixed(Tensor pattern, Tensor v) {
        long b = pattern.size(0);
        long p = pattern.size(2);
        Tensor rows = pattern.reshape(b, config.nKvHeads(), -1, pattern.size(3)); // [b, kv, h/kv·p, k]
        Tensor mixed = rows.matMul(v.permute(0, 2, 1, 3)).reshape(b, config.nHeads(), p, config.dHead());
        return positions.rows(mixed.permute(0, 2, 1, 3));
    }

    /** What mixed values [.., h, d] add to the stream [.., d_model]. */
    Tensor written(int l, Tensor mixed) {
        Tensor out = output(l, tap.at(Z, l, mixed));
        Norm after = weights.block(l).ln1Post();
        Tensor written = after == null ? out : after.of(out, tap, LN1_POST_SCALE, LN1_POST_NORMALIZED, l);
        return tap.at(ATTN_OUT, l, written);
    }

    private Tensor normalized(Tensor heads, @Nullable Norm norm) {
        if (norm == null) {
            return heads;
        }
        if (config.attention().qkNorm() == AttentionConfig.QkNorm.HEAD) {
            return norm.of(heads);
        }
        return norm.of(Heads.joined(heads)).reshape(heads.shape());
    }

    private Tensor turned(HookPoint hook, int l, Tensor heads) {
        return config.attention().rotary().isEmpty() ? heads : tap.at(hook, l, positions.turn(l, heads));
    }

    // ---------------------------------------------------------------- who looks where

    /** Scores [b, h, p, k], scaled, capped and masked. Heads that share keys are rows of one product. */
    private Tensor scores(int l, Tensor q, Tensor k) {
        long b = q.size(0);
        long p = q.size(1);
        Tensor scaled = q.mul(config.attnScale().get(l));
        Tensor rows =
                scaled.permute(0, 2, 1, 3).reshape(b, config.nKvHeads(), -1, config.dHead()); // [b, kv, h/kv·p, d]
        Tensor dots = rows.matMul(k.permute(0, 2, 3, 1));
        Tensor capped = config.attention().softCap() == 0
                ? dots
                : dots.softCap(config.attention().softCap());
        return positions.hide(l, capped.reshape(b, config.nHeads(), p, k.size(1)));
    }

    private Tensor output(int l, Tensor z) {
        Weights.Linear w = weights.block(l).o();
        if (!tap.observes(RESULT, l)) {
            return w.of(Heads.joined(z));
        }
        Tensor matrices = w.w().reshape(config.nHeads(), config.dHead(), config.dModel());
        Tensor results = tap.at(RESULT, l, Tensor.einsum("...hd,hdm->...hm", z, matrices));
        Tensor sum = results.sum(-2);
        return w.b() == null ? sum : sum.add(w.b());
    }
}
