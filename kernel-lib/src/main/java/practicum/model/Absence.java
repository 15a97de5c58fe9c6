package practicum.model;

import java.util.Optional;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/** Why a model does not compute a hook, and what to use instead. */
final class Absence {
    private Absence() {}

    /** Why a model does not compute a hook; empty where it does. */
    static Optional<String> of(Hook hook, ModelConfig config) {
        int layers = config.nLayers();
        if (!config.computes(hook.point())) {
            return Optional.of("\"" + config.name() + "\" does not compute " + hook + ": "
                    + reason(hook.point(), config) + " model.hooks() lists what it computes.");
        }
        if (hook.layer() < layers) {
            return Optional.empty();
        }
        boolean afterLast = hook.point() == HookPoint.RESID_PRE && hook.layer() == layers;
        Hook last = new Hook(hook.point(), layers - 1);
        return Optional.of("There is no hook " + hook + ": this model has layers 0–" + (layers - 1) + "."
                + (afterLast
                        ? " For the last residual stream use Hook.residPost(" + (layers - 1) + ")."
                        : " The nearest is " + last + "."));
    }

    private static String reason(HookPoint point, ModelConfig config) {
        if (point.inNets()) {
            return "that is a place in dense and convolutional nets, and this is a transformer.";
        }
        return switch (point) {
            case POS_EMBED ->
                "it has no position embeddings"
                        + (config.attention().rotary().isEmpty()
                                ? "."
                                : "; its positions turn queries and keys: see Hook.rotQ and Hook.rotK.");
            case TOKEN_TYPE_EMBED, FULL_EMBED, NORMALIZED_RESID_POST -> "only BERT's kind of model has that.";
            case ROT_Q, ROT_K -> "its positions are not rotary; see Hook.q and Hook.k.";
            case ATTN_IN -> "several of its heads share keys and values; use Hook.qInput, kInput or vInput.";
            case RESID_MID ->
                config.dMlp() == 0
                        ? "it has no MLP; use Hook.residPost."
                        : "its attention and MLP work side by side on one stream; use Hook.residPre or Hook.residPost.";
            case LN1_SCALE, LN1_NORMALIZED -> "its attention reads the stream as it is; see Hook.ln1PostScale.";
            case LN1_POST_SCALE, LN1_POST_NORMALIZED, LN2_POST_SCALE, LN2_POST_NORMALIZED ->
                "it does not normalise what attention and MLP write; see Hook.ln1Normalized and Hook.ln2Normalized.";
            case LN2_SCALE, LN2_NORMALIZED -> "its MLP has no normalisation of its own; see Hook.ln1Normalized.";
            case MLP_PRE_LINEAR -> "its MLP has no gate; see Hook.mlpPre.";
            case MLP_IN, MLP_PRE, MLP_POST, MLP_OUT -> "it has no MLP.";
            case LN_FINAL_SCALE, LN_FINAL_NORMALIZED -> "it does not normalise before the unembedding.";
            default -> "its family has no such place.";
        };
    }
}
