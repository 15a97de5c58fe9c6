package practicum.model;

import static practicum.hook.HookPoint.*;

import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;

/** The multi-layer perceptron of a block, gated or not (Shazeer 2020, arXiv 2002.05202), with a tap at each hook. */
final class Mlp {
    private final ModelConfig config;
    private final Weights weights;
    private final Tap tap;

    Mlp(ModelConfig config, Weights weights, Tap tap) {
        this.config = config;
        this.weights = weights;
        this.tap = tap;
    }

    /**
     * What the MLP adds to the stream [.., d_model].
     *
     * @param stream the stream
     * @param read what attention read of it, where both share one normalisation
     */
    Tensor out(int l, Tensor stream, Tensor read) {
        Weights.Block w = weights.block(l);
        Tensor x = input(l, stream, read);
        return written(l, neurons(l, x, w.gate(), present(w.in())));
    }

    /** What neurons [.., d_mlp] add to the stream [.., d_model]. */
    Tensor written(int l, Tensor neurons) {
        Weights.Block w = weights.block(l);
        Tensor out = present(w.out()).of(tap.at(MLP_POST, l, neurons));
        Norm after = w.ln2Post();
        Tensor written = after == null ? out : after.of(out, tap, LN2_POST_SCALE, LN2_POST_NORMALIZED, l);
        return tap.at(MLP_OUT, l, written);
    }

    private Tensor input(int l, Tensor stream, Tensor read) {
        boolean asked = tap.observes(MLP_IN, l);
        Tensor in = asked ? tap.at(MLP_IN, l, stream.reshape(stream.shape())) : stream;
        Norm ln2 = weights.block(l).ln2();
        if (config.layout().normalizesMlpInput() && ln2 != null) {
            return ln2.of(in, tap, LN2_SCALE, LN2_NORMALIZED, l);
        }
        Norm shared = weights.block(l).ln1();
        if (config.layout() == BlockLayout.PARALLEL_SHARED && shared != null) {
            if (!tap.replaces(MLP_IN, l)) {
                return read;
            }
            tap.requireApartFromLn1(MLP_IN, l);
            return shared.of(in);
        }
        return in;
    }

    private Tensor neurons(int l, Tensor x, Weights.@Nullable Linear gate, Weights.Linear in) {
        Activation activation = config.mlp().activation();
        if (gate == null) {
            return tap.observes(MLP_PRE, l) ? activation.of(tap.at(MLP_PRE, l, in.of(x))) : in.of(x, activation);
        }
        Tensor pre = tap.at(MLP_PRE, l, gate.of(x));
        return activation.of(pre).mul(tap.at(MLP_PRE_LINEAR, l, in.of(x)));
    }

    private static Weights.Linear present(Weights.@Nullable Linear linear) {
        if (linear == null) {
            throw new IllegalStateException("a block without an MLP");
        }
        return linear;
    }
}
