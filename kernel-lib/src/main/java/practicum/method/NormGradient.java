package practicum.method;

import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.NormConfig;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/**
 * How a gradient comes back through the normalisation in front of a block's attention, for many gradients of the same
 * place at once. Nothing happens to it where there is no such normalisation.
 */
record NormGradient(ModelConfig config, boolean normalizes, Tensor scale) {
    static NormGradient ofAttention(Transformer model, int layer) {
        boolean normalizes = model.config().computes(HookPoint.LN1_NORMALIZED)
                && model.weights().has("blocks." + layer + ".ln1.w");
        return new NormGradient(
                model.config(),
                normalizes,
                normalizes ? model.ln1_w(layer) : Tensor.ones(model.config().dModel()));
    }

    /**
     * The gradient with respect to what is normalised.
     *
     * @param gradient with respect to the result [.., many, d_model]
     * @param x what is normalised [.., d_model]
     */
    Tensor before(Tensor gradient, Tensor x) {
        if (!normalizes) {
            return gradient;
        }
        boolean centres = config.norm().kind() == NormConfig.Kind.LAYER;
        Tensor centred = centres ? x.sub(mean(x)) : x;
        Tensor size = mean(centred.mul(centred)).add(config.epsilon()).sqrt();
        Tensor unit = centred.div(size).unsqueeze(x.rank() - 1); // [.., 1, d_model]
        Tensor scaled = gradient.mul(scale);
        Tensor across = scaled.sub(unit.mul(mean(scaled.mul(unit))));
        return (centres ? across.sub(mean(scaled)) : across).div(size.unsqueeze(x.rank() - 1));
    }

    private static Tensor mean(Tensor x) {
        return x.mean(-1).unsqueeze(x.rank() - 1);
    }
}
