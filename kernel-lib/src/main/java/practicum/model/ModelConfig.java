package practicum.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import practicum.hook.Anatomy;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/**
 * The shape of a transformer and the choices its family makes. {@link #shape} begins one.
 *
 * @param name what to call the model
 * @param nLayers blocks
 * @param dModel width of the residual stream
 * @param nHeads attention heads per block
 * @param nKvHeads heads of keys and values per block; fewer than {@code nHeads} where several queries share one
 * @param dHead width of a head
 * @param dMlp neurons per block; 0 for attention only
 * @param dVocab tokens the embedding knows
 * @param nCtx the most positions a prompt may have
 * @param layout where a block normalises
 * @param norm how it normalises
 * @param attention what attention does
 * @param mlp what the MLP does
 * @param stream how the stream begins and ends
 */
public record ModelConfig(
        String name,
        int nLayers,
        int dModel,
        int nHeads,
        int nKvHeads,
        int dHead,
        int dMlp,
        int dVocab,
        int nCtx,
        BlockLayout layout,
        NormConfig norm,
        AttentionConfig attention,
        MlpConfig mlp,
        StreamConfig stream)
        implements Anatomy {
    public ModelConfig {
        for (int size : new int[] {nLayers, dModel, nHeads, nKvHeads, dHead, dVocab, nCtx}) {
            if (size < 1) {
                throw new ModelException("A model's layers, widths, heads, vocabulary and context are at least 1; got "
                        + List.of(nLayers, dModel, nHeads, nKvHeads, dHead, dVocab, nCtx) + ".");
            }
        }
        if (nHeads % nKvHeads != 0) {
            throw new ModelException(nHeads + " heads cannot share " + nKvHeads + " heads of keys and values evenly.");
        }
        requireLayers("attention scales", attention.scale().size(), nLayers);
        requireLayers("attention windows", attention.window().size(), nLayers);
        if (!attention.rotary().isEmpty()) {
            requireLayers("rotary positions", attention.rotary().size(), nLayers);
            attention.rotary().forEach(r -> requireFits(r, dHead));
        }
    }

    private static void requireLayers(String what, int count, int layers) {
        if (count != layers) {
            throw new ModelException("A model of " + layers + " layers needs as many " + what + ", got " + count + ".");
        }
    }

    private static void requireFits(Rotary rotary, int dHead) {
        if (rotary.dims() > dHead) {
            throw new ModelException(
                    "Rotary positions turn " + rotary.dims() + " numbers of a head, which has " + dHead + ".");
        }
    }

    /** Begins a configuration; all that is not said is as in GPT-2. */
    public static ModelShape shape(String name, int nLayers, int dModel, int nHeads, int dMlp, int dVocab, int nCtx) {
        return new ModelShape(name, nLayers, dModel, nHeads, dMlp, dVocab, nCtx);
    }

    /** What a normalisation adds to the variance. */
    public double epsilon() {
        return norm.epsilon();
    }

    /** For each layer, what q·k is multiplied by. */
    public List<Double> attnScale() {
        return attention.scale();
    }

    /** For each layer, how many positions back (its own included) attention sees; 0 means all. */
    public List<Integer> window() {
        return attention.window();
    }

    /** Whether the unembedding is the embedding transposed. */
    public boolean tied() {
        return stream.tied();
    }

    /** The hooks that a model of this configuration computes, in the order of the forward pass. */
    public Set<Hook> hooks() {
        Set<Hook> hooks = new LinkedHashSet<>();
        Hook.all(nLayers).stream().filter(h -> computes(h.point())).forEach(hooks::add);
        return hooks;
    }

    @Override
    public Optional<String> lacks(Hook hook) {
        return Absence.of(hook, this);
    }

    /** Whether a model of this configuration computes a kind of hook. */
    public boolean computes(HookPoint point) {
        boolean hasMlp = dMlp > 0;
        return switch (point) {
            case POS_EMBED -> stream.learnedPositions();
            case TOKEN_TYPE_EMBED -> stream.tokenTypes() > 0;
            case FULL_EMBED -> stream.embedNorm();
            case ROT_Q, ROT_K -> !attention.rotary().isEmpty();
            case ATTN_IN -> nKvHeads == nHeads;
            case LN1_SCALE, LN1_NORMALIZED -> layout.normalizesInput() || layout == BlockLayout.RESIDUAL;
            case LN1_POST_SCALE, LN1_POST_NORMALIZED -> layout.normalizesOutput();
            case RESID_MID -> hasMlp && !layout.isParallel();
            case LN2_SCALE, LN2_NORMALIZED -> hasMlp && (layout.normalizesMlpInput() || layout == BlockLayout.RESIDUAL);
            case LN2_POST_SCALE, LN2_POST_NORMALIZED -> hasMlp && layout.normalizesOutput();
            case MLP_IN, MLP_PRE, MLP_POST, MLP_OUT -> hasMlp;
            case MLP_PRE_LINEAR -> hasMlp && mlp.gated();
            case NORMALIZED_RESID_POST -> layout == BlockLayout.RESIDUAL;
            case LN_FINAL_SCALE, LN_FINAL_NORMALIZED -> stream.finalNorm();
            default -> !point.inNets();
        };
    }

    /** This configuration under another name. */
    public ModelConfig withName(String newName) {
        return new ModelConfig(
                newName, nLayers, dModel, nHeads, nKvHeads, dHead, dMlp, dVocab, nCtx, layout, norm, attention, mlp,
                stream);
    }
}
