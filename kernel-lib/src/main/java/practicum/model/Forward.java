package practicum.model;

import static practicum.hook.HookPoint.*;

import practicum.hook.HookPoint;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * One forward pass: the transformer as a reader would write it, with a tap at each hook.
 *
 * <p>b batch, p position, h head, d d_head throughout.
 */
final class Forward {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;
    private final AttentionMask mask;

    Forward(ModelConfig config, Weights weights, Tap tap, AttentionMask mask) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
        this.mask = mask;
    }

    /** Logits [b, p, d_vocab]. */
    Tensor logits(Tokens tokens) {
        Tensor resid = embed(tokens);
        for (int l = 0; l < config.nLayers(); l++) {
            try (Scope scope = Scope.open()) {
                resid = scope.keep(block(l, resid));
                tap.keep(scope);
            }
        }
        return unembed(resid);
    }

    private Tensor embed(Tokens tokens) {
        Tensor token = tap.at(EMBED, -1, weights.get(Parameter.W_E).lookup(tokens.ids()));
        Tensor position = tap.at(POS_EMBED, -1, weights.get(Parameter.W_POS).lookup(tokens.positions()));
        return token.add(position); // [b, p, d_model]
    }

    private Tensor block(int l, Tensor stream) {
        Tensor pre = tap.at(RESID_PRE, l, stream);
        Tensor mid = tap.at(RESID_MID, l, pre.add(attention(l, pre)));
        return tap.at(RESID_POST, l, mid.add(mlp(l, mid)));
    }

    private Tensor attention(int l, Tensor resid) {
        Weights.Block w = weights.block(l);
        Tensor x = norm(l, LN1_SCALE, LN1_NORMALIZED, resid, w.ln1W(), w.ln1B());
        Tensor qkv = x.matMul(w.wQkv()).add(w.bQkv()); // [b, p, 3·h·d]
        Tensor q = tap.at(Q, l, heads(qkv, 0));
        Tensor k = tap.at(K, l, heads(qkv, 1));
        Tensor v = tap.at(V, l, heads(qkv, 2));
        Tensor dots = q.permute(0, 2, 1, 3).matMul(k.permute(0, 2, 3, 1)); // [b, h, p, p]
        Tensor scores =
                tap.at(ATTN_SCORES, l, mask.apply(l, dots.mul(config.attnScale().get(l))));
        Tensor pattern = tap.at(PATTERN, l, scores.softmax(-1));
        Tensor z = tap.at(Z, l, pattern.matMul(v.permute(0, 2, 1, 3)).permute(0, 2, 1, 3)); // [b, p, h, d]
        return tap.at(ATTN_OUT, l, output(l, z).add(w.bO()));
    }

    private Tensor heads(Tensor qkv, int which) {
        int width = config.nHeads() * config.dHead();
        Tensor part = qkv.narrow(-1, which * width, (which + 1) * width);
        return part.reshape(qkv.size(0), qkv.size(1), config.nHeads(), config.dHead());
    }

    private Tensor output(int l, Tensor z) {
        Tensor wO = weights.block(l).wO();
        if (tap.observes(RESULT, l)) {
            Tensor perHead = wO.reshape(config.nHeads(), config.dHead(), config.dModel());
            return tap.at(RESULT, l, Tensor.einsum("bphd,hdm->bphm", z, perHead))
                    .sum(2);
        }
        return z.reshape(z.size(0), z.size(1), -1).matMul(wO);
    }

    private Tensor mlp(int l, Tensor resid) {
        Weights.Block w = weights.block(l);
        Tensor x = norm(l, LN2_SCALE, LN2_NORMALIZED, resid, w.ln2W(), w.ln2B());
        Tensor pre = tap.at(MLP_PRE, l, x.matMul(w.wIn()).add(w.bIn())); // [b, p, d_mlp]
        Tensor post = tap.at(MLP_POST, l, config.activation().of(pre));
        return tap.at(MLP_OUT, l, post.matMul(w.wOut()).add(w.bOut()));
    }

    private Tensor unembed(Tensor resid) {
        Tensor w = weights.get(Parameter.LN_FINAL_W);
        Tensor b = weights.get(Parameter.LN_FINAL_B);
        return norm(-1, LN_FINAL_SCALE, LN_FINAL_NORMALIZED, resid, w, b).matMul(weights.unembedding());
    }

    /** Layer normalisation; in one step where nobody looks at its scale. */
    private Tensor norm(int l, HookPoint scaleHook, HookPoint normalizedHook, Tensor x, Tensor w, Tensor b) {
        if (!tap.observes(scaleHook, l)) {
            return tap.at(normalizedHook, l, x.layerNorm(w, b, config.epsilon()));
        }
        Tensor centred = x.sub(x.mean(-1).unsqueeze(-1));
        Tensor variance = centred.mul(centred).mean(-1).unsqueeze(-1);
        Tensor scale = tap.at(scaleHook, l, variance.add(config.epsilon()).sqrt());
        return tap.at(normalizedHook, l, centred.div(scale).mul(w).add(b));
    }
}
