package practicum.method;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Who decides the prediction after an MLP: the stream before it, what it adds, or neither alone. All three are read as
 * the logit lens reads, through the final normalisation and the unembedding, and compared by their likeliest token.
 *
 * <p>Source: Geva et al. 2021 (arXiv 2012.14913), section 5.2.
 */
public enum Refinement {
    /** The stream before said it, and the MLP something else. */
    RESIDUAL,
    /** The MLP said it, and the stream before something else. */
    MLP,
    /** Both said it. */
    AGREEMENT,
    /** Neither did: the sum says a third thing. */
    COMPOSITION;

    /** What a run has to record for {@link #of}. */
    public static Recording recording() {
        return Recording.of(HookPoint.RESID_MID, HookPoint.MLP_OUT, HookPoint.RESID_POST);
    }

    /** Which of the four it is. */
    public static Refinement of(long before, long added, long after) {
        if (before == after) {
            return added == after ? AGREEMENT : RESIDUAL;
        }
        return added == after ? MLP : COMPOSITION;
    }

    /**
     * The share of each kind in a layer, over the positions of all prompts of a run but padding.
     *
     * @throws ModelException if the model reads the stream twice at once, so that nothing stands between attention and MLP
     */
    public static Map<Refinement, Double> shares(Run run, int layer) {
        Transformer model = run.model();
        if (!model.config().computes(HookPoint.RESID_MID)) {
            throw new ModelException("Attention and MLP of \"" + model.config().name()
                    + "\" read the stream at once: there is no stream between them to compare with.");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            long[] before = tops(model, run.get(Hook.residMid(layer)));
            long[] added = tops(model, run.get(Hook.mlpOut(layer)));
            long[] after = tops(model, run.get(Hook.residPost(layer)));
            Map<Refinement, Double> shares = new EnumMap<>(Refinement.class);
            for (Refinement kind : values()) {
                shares.put(kind, 0.0);
            }
            int[] at = places(run.tokens());
            for (int i : at) {
                shares.merge(of(before[i], added[i], after[i]), 1.0 / at.length, Double::sum);
            }
            return shares;
        }
    }

    private static long[] tops(Transformer model, Tensor stream) {
        return model.unembed(model.lnFinal(stream)).argMax(-1).toLongArray();
    }

    private static int[] places(Tokens tokens) {
        int n = tokens.length();
        return IntStream.range(0, tokens.batch() * n)
                .filter(i -> i % n >= tokens.padding(i / n))
                .toArray();
    }
}
