package practicum.method;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Takes the residual stream apart into what was added to it. Embeddings, attention and MLPs only ever add to the stream,
 * and attention's share is a sum over heads, an MLP's one over neurons; so the stream at any layer <em>is</em> the sum of
 * these parts, and what reads it linearly can be shared out among them.
 *
 * <p>The parts of a stack sum to the stream. In a run with interventions at the stream itself, or at a part's output after
 * it was summed up, they would not; what is missing is then a part of its own, {@code interventions}. Layer n_layers is the
 * stream after the last block. Labels are TransformerLens's.
 *
 * <p>Source: Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits".
 */
public final class Decomposition {
    /** Relative to the stream's largest number, what rounding leaves over at most. */
    private static final double ROUNDING = 1e-5;

    /** What more than rounding would be: an error of this library. */
    private static final double WRONG = 1e-3;

    private Decomposition() {}

    /**
     * The stream before each block, between its attention and its MLP where it stops there, and after the last: labels
     * {@code 0_pre}, {@code 0_mid}, … {@code final_post}. These do not sum to anything: each holds all before it.
     */
    public static ResidualStack accumulated(Run run) {
        ModelConfig c = requireSums(run);
        List<String> labels = new ArrayList<>();
        List<Tensor> streams = new ArrayList<>();
        for (int l = 0; l < c.nLayers(); l++) {
            labels.add(l + "_pre");
            streams.add(run.get(Hook.residPre(l)));
            if (c.computes(HookPoint.RESID_MID)) {
                labels.add(l + "_mid");
                streams.add(run.get(Hook.residMid(l)));
            }
        }
        labels.add("final_post");
        streams.add(run.get(Hook.residPost(c.nLayers() - 1)));
        return new ResidualStack(run, labels, ResidualStack.named(Tensor.stack(0, streams)), norm(run, c.nLayers()));
    }

    /** The final stream as embeddings, attention layers and MLPs: {@code embed}, {@code 0_attn_out}, {@code 0_mlp_out} … */
    public static ResidualStack components(Run run) {
        return components(run, layers(run));
    }

    /** The same for the stream before a block. */
    public static ResidualStack components(Run run, int layer) {
        return stack(run, layer, (parts, l) -> parts.add(l + "_attn_out", run.get(Hook.attnOut(l))), -1, null);
    }

    /**
     * The final stream with attention layers as heads: {@code L0H0}, {@code L0H1} … and, where attention adds something
     * that is no head's, {@code 0_attn_bias}.
     */
    public static ResidualStack heads(Run run) {
        return heads(run, layers(run));
    }

    /** The same for the stream before a block. */
    public static ResidualStack heads(Run run, int layer) {
        return stack(run, layer, (parts, l) -> WrittenBy.heads(run, l, parts), -1, null);
    }

    /**
     * The final stream with one MLP as its neurons: {@code L0N0}, {@code L0N1} … and {@code 0_mlp_bias}. That is d_mlp
     * vectors for each token: for all positions of a long prompt use {@link DirectLogitAttribution#neurons}, which needs
     * only one number of each.
     *
     * @param mlp the layer whose MLP is taken apart
     */
    public static ResidualStack neurons(Run run, int mlp) {
        requireMlp(run, mlp);
        Attending whole = (parts, l) -> parts.add(l + "_attn_out", run.get(Hook.attnOut(l)));
        return stack(run, layers(run), whole, mlp, parts -> WrittenBy.neurons(run, mlp, parts));
    }

    static void requireMlp(Run run, int mlp) {
        ModelConfig c = requireSums(run);
        if (c.dMlp() == 0 || mlp < 0 || mlp >= c.nLayers()) {
            throw new ModelException("There is no MLP in layer " + mlp + " of \"" + c.name() + "\", which has "
                    + (c.dMlp() == 0 ? "none at all." : "layers 0–" + (c.nLayers() - 1) + "."));
        }
    }

    private interface Attending {
        void into(Parts parts, int layer);
    }

    private interface Writing {
        void into(Parts parts);
    }

    private static ResidualStack stack(Run run, int layer, Attending attention, int split, @Nullable Writing neurons) {
        ModelConfig c = requireSums(run);
        if (layer < 0 || layer > c.nLayers()) {
            throw new ModelException("There is no stream before layer " + layer + ": \"" + c.name() + "\" has layers 0–"
                    + (c.nLayers() - 1) + ", and " + c.nLayers() + " means the stream after the last.");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Parts parts = new Parts();
            embeddings(run, parts);
            for (int l = 0; l < layer; l++) {
                attention.into(parts, l);
                if (l == split && neurons != null) {
                    neurons.into(parts);
                } else if (c.dMlp() > 0) {
                    parts.add(l + "_mlp_out", run.get(Hook.mlpOut(l)));
                }
            }
            Tensor stream = run.get(layer < c.nLayers() ? Hook.residPre(layer) : Hook.residPost(layer - 1));
            remainder(run, parts, stream);
            Tensor values = scope.keep(ResidualStack.named(parts.values()));
            return new ResidualStack(run, parts.labels(), values, norm(run, layer));
        }
    }

    private static void embeddings(Run run, Parts parts) {
        ModelConfig c = run.model().config();
        if (c.stream().embedNorm()) {
            parts.add("full_embed", run.get(Hook.fullEmbed()));
            return;
        }
        parts.add("embed", run.get(Hook.embed()));
        if (c.computes(HookPoint.POS_EMBED)) {
            parts.add("pos_embed", run.get(Hook.posEmbed()));
        }
        if (c.computes(HookPoint.TOKEN_TYPE_EMBED)) {
            parts.add("token_type_embed", run.get(Hook.tokenTypeEmbed()));
        }
    }

    /** What interventions put into the stream. A difference without any would be an error of this library. */
    private static void remainder(Run run, Parts parts, Tensor stream) {
        Tensor missing = stream.sub(parts.sum());
        boolean intervened = !run.receipts().isEmpty();
        double over = missing.abs().max().item()
                / Math.max(Float.MIN_NORMAL, stream.abs().max().item());
        if (over <= (intervened ? ROUNDING : WRONG)) {
            return;
        }
        if (!intervened) {
            throw new IllegalStateException("the parts of the stream do not sum to it: " + over + " of it is missing");
        }
        parts.add("interventions", missing);
    }

    /** The normalisation that reads the stream at a layer. */
    private static @Nullable StreamNorm norm(Run run, int layer) {
        ModelConfig c = run.model().config();
        boolean last = layer == c.nLayers();
        HookPoint scale = last ? HookPoint.LN_FINAL_SCALE : HookPoint.LN1_SCALE;
        if (!c.computes(scale) || !run.hooks().contains(new Hook(scale, last ? -1 : layer))) {
            return null;
        }
        return StreamNorm.of(run, scale, last ? -1 : layer, last ? "ln_final" : "blocks." + layer + ".ln1");
    }

    private static int layers(Run run) {
        return run.model().config().nLayers();
    }

    private static ModelConfig requireSums(Run run) {
        ModelConfig c = run.model().config();
        if (c.layout() == BlockLayout.RESIDUAL) {
            throw new ModelException("The stream of \"" + c.name() + "\" is normalised after each part has written, so"
                    + " that it is not a sum of what was written: only models that leave the stream alone (GPT-2,"
                    + " Llama, Gemma …) can be decomposed.");
        }
        return c;
    }
}
