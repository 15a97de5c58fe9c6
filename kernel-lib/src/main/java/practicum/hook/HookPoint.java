package practicum.hook;

import java.util.List;

/**
 * A kind of place in the forward pass, with TransformerLens's name for it and the axes of what flows there. Those with
 * units and channels are in dense and convolutional nets, the others in transformers.
 */
public enum HookPoint {
    EMBED("hook_embed", Axes.STREAM),
    POS_EMBED("hook_pos_embed", Axes.STREAM),
    TOKEN_TYPE_EMBED("hook_token_type_embed", Axes.STREAM),
    FULL_EMBED("hook_full_embed", Axes.STREAM),
    RESID_PRE("blocks.%d.hook_resid_pre", Axes.STREAM),
    ATTN_IN("blocks.%d.hook_attn_in", Axes.RESULT),
    Q_INPUT("blocks.%d.hook_q_input", Axes.RESULT),
    K_INPUT("blocks.%d.hook_k_input", Axes.RESULT),
    V_INPUT("blocks.%d.hook_v_input", Axes.RESULT),
    LN1_SCALE("blocks.%d.ln1.hook_scale", Axes.SCALE),
    LN1_NORMALIZED("blocks.%d.ln1.hook_normalized", Axes.STREAM),
    Q("blocks.%d.attn.hook_q", Axes.HEADS),
    K("blocks.%d.attn.hook_k", Axes.HEADS),
    V("blocks.%d.attn.hook_v", Axes.HEADS),
    ROT_Q("blocks.%d.attn.hook_rot_q", Axes.HEADS),
    ROT_K("blocks.%d.attn.hook_rot_k", Axes.HEADS),
    ATTN_SCORES("blocks.%d.attn.hook_attn_scores", Axes.PATTERN),
    PATTERN("blocks.%d.attn.hook_pattern", Axes.PATTERN),
    Z("blocks.%d.attn.hook_z", Axes.HEADS),
    RESULT("blocks.%d.attn.hook_result", Axes.RESULT),
    LN1_POST_SCALE("blocks.%d.ln1_post.hook_scale", Axes.SCALE),
    LN1_POST_NORMALIZED("blocks.%d.ln1_post.hook_normalized", Axes.STREAM),
    ATTN_OUT("blocks.%d.hook_attn_out", Axes.STREAM),
    RESID_MID("blocks.%d.hook_resid_mid", Axes.STREAM),
    MLP_IN("blocks.%d.hook_mlp_in", Axes.STREAM),
    LN2_SCALE("blocks.%d.ln2.hook_scale", Axes.SCALE),
    LN2_NORMALIZED("blocks.%d.ln2.hook_normalized", Axes.STREAM),
    MLP_PRE("blocks.%d.mlp.hook_pre", Axes.NEURONS),
    MLP_PRE_LINEAR("blocks.%d.mlp.hook_pre_linear", Axes.NEURONS),
    MLP_POST("blocks.%d.mlp.hook_post", Axes.NEURONS),
    LN2_POST_SCALE("blocks.%d.ln2_post.hook_scale", Axes.SCALE),
    LN2_POST_NORMALIZED("blocks.%d.ln2_post.hook_normalized", Axes.STREAM),
    MLP_OUT("blocks.%d.hook_mlp_out", Axes.STREAM),
    RESID_POST("blocks.%d.hook_resid_post", Axes.STREAM),
    NORMALIZED_RESID_POST("blocks.%d.hook_normalized_resid_post", Axes.STREAM),
    LN_FINAL_SCALE("ln_final.hook_scale", Axes.SCALE),
    LN_FINAL_NORMALIZED("ln_final.hook_normalized", Axes.STREAM),
    INPUT("hook_input", Axes.UNITS),
    IMAGE("hook_image", Axes.MAPS),
    CONV_PRE("convs.%d.hook_pre", Axes.MAPS),
    CONV_NORMALIZED("convs.%d.hook_normalized", Axes.MAPS),
    CONV_POST("convs.%d.hook_post", Axes.MAPS),
    CONV_POOL("convs.%d.hook_pool", Axes.MAPS),
    FLAT("hook_flat", Axes.UNITS),
    LAYER_PRE("layers.%d.hook_pre", Axes.UNITS),
    LAYER_NORMALIZED("layers.%d.hook_normalized", Axes.UNITS),
    LAYER_POST("layers.%d.hook_post", Axes.UNITS);

    private static final class Axes {
        static final List<String> STREAM = List.of("batch", "pos", "d_model");
        static final List<String> SCALE = List.of("batch", "pos", "one");
        static final List<String> HEADS = List.of("batch", "pos", "head", "d_head");
        static final List<String> PATTERN = List.of("batch", "head", "query_pos", "key_pos");
        static final List<String> RESULT = List.of("batch", "pos", "head", "d_model");
        static final List<String> NEURONS = List.of("batch", "pos", "d_mlp");
        static final List<String> UNITS = List.of("batch", "unit");
        static final List<String> MAPS = List.of("batch", "channel", "y", "x");
    }

    private final String template;
    private final List<String> axes;

    HookPoint(String template, List<String> axes) {
        this.template = template;
        this.axes = axes;
    }

    /** The axes of what flows here, outermost first. */
    public List<String> axes() {
        return axes;
    }

    /** Whether it is a place in nets; the others are in transformers. */
    public boolean inNets() {
        return axes == Axes.UNITS || axes == Axes.MAPS;
    }

    /** Whether there is one in every block of a transformer, or in every layer or convolution of a net. */
    public boolean inBlocks() {
        return template.contains("%d");
    }

    /**
     * Whether it is computed only for those who ask: a copy for each head of something that is not kept apart otherwise.
     */
    public boolean onRequest() {
        return axes == Axes.RESULT || this == MLP_IN;
    }

    String template() {
        return template;
    }
}
