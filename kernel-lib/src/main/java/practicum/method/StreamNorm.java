package practicum.method;

import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.model.NormConfig;
import practicum.model.Run;
import practicum.tensor.Tensor;

/**
 * A normalisation with the scale that it had in a run: a linear map and a shift.
 *
 * @param centres whether it removes the mean
 * @param scale what it divided by [batch, pos, 1]
 * @param w what it multiplies by [d_model]
 * @param shift what it adds [d_model], if anything
 */
record StreamNorm(boolean centres, Tensor scale, Tensor w, @Nullable Tensor shift) {
    /** A normalisation of a run: the final one, or one of a block's. */
    static StreamNorm of(Run run, HookPoint scaleHook, int layer, String parameter) {
        Hook hook = new Hook(scaleHook, layer);
        if (!run.hooks().contains(hook)) {
            throw new HookException("What " + hook + " divided by was not recorded, and it is needed to share out what"
                    + " comes behind it. Record everything, or also Recording.of(HookPoint." + scaleHook.name()
                    + ", …).");
        }
        var weights = run.model().weights();
        return new StreamNorm(
                run.model().config().norm().kind() == NormConfig.Kind.LAYER,
                run.get(hook),
                weights.get(parameter + ".w"),
                weights.has(parameter + ".b") ? weights.get(parameter + ".b") : null);
    }

    /** Without the shift, of parts [.., batch, pos, d_model]. */
    Tensor linear(Tensor parts) {
        Tensor values = centres ? parts.sub(parts.mean(-1).unsqueeze(-1)) : parts;
        return values.div(scale).mul(w);
    }

    /** What a direction behind it is before it, up to the scale: {@code linear(x)·d = x·before(d) / scale}. */
    Tensor before(Tensor direction) {
        Tensor weighted = direction.mul(w);
        return centres ? weighted.sub(weighted.mean(-1).unsqueeze(-1)) : weighted;
    }
}
