package practicum.model;

import org.jspecify.annotations.Nullable;
import practicum.hook.HookPoint;
import practicum.tensor.Tensor;

/** One normalisation with its parameters: the values, divided by a scale of their own, times w, plus b. */
record Norm(NormConfig config, Tensor w, @Nullable Tensor b) {
    /** The normalised values, in one step. */
    Tensor of(Tensor x) {
        return config.kind() == NormConfig.Kind.RMS
                ? shifted(x.rmsNorm(w, config.epsilon()))
                : b == null ? scaled(x, scale(x)) : x.layerNorm(w, b, config.epsilon());
    }

    /** The same past two hooks; in one step where nobody looks at the scale. */
    Tensor of(Tensor x, Tap tap, HookPoint scaleHook, HookPoint normalizedHook, int layer) {
        if (!tap.observes(scaleHook, layer)) {
            return tap.at(normalizedHook, layer, of(x));
        }
        return tap.at(normalizedHook, layer, scaled(x, tap.at(scaleHook, layer, scale(x))));
    }

    /** What the values are divided by [.., 1]: their standard deviation, or their root mean square. */
    private Tensor scale(Tensor x) {
        Tensor values = centred(x);
        return values.mul(values).mean(-1).unsqueeze(-1).add(config.epsilon()).sqrt();
    }

    private Tensor scaled(Tensor x, Tensor scale) {
        return shifted(centred(x).div(scale).mul(w));
    }

    private Tensor centred(Tensor x) {
        return config.kind() == NormConfig.Kind.RMS ? x : x.sub(x.mean(-1).unsqueeze(-1));
    }

    private Tensor shifted(Tensor x) {
        return b == null ? x : x.add(b);
    }
}
