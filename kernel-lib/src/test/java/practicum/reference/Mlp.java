package practicum.reference;

/** The two feed-forward layers in use. */
final class Mlp {
    private Mlp() {}

    /** Out of the activation of in. */
    static Pointwise plain(Pointwise in, Pointwise activation, Pointwise out) {
        return in.then(activation).then(out);
    }

    /** A gated linear unit (Shazeer 2020, arXiv 2002.05202): the activated gate times up, then down. */
    static Pointwise gated(Pointwise gate, Pointwise up, Pointwise activation, Pointwise down) {
        return x -> {
            double[] open = gate.then(activation).apply(x);
            double[] hidden = up.apply(x);
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] *= open[i];
            }
            return down.apply(hidden);
        };
    }
}
