package practicum.model;

import java.util.ArrayList;
import java.util.List;
import practicum.model.AttentionConfig.QkNorm;

/**
 * The names and shapes of a transformer's parameters, as this library stores them.
 *
 * <p>Vectors multiply from the left (x · W), so every matrix is [in, out]. Queries, keys and values share one matrix,
 * because that is one multiplication instead of three; {@link Transformer#W_Q(int, int)} and its like are views.
 *
 * @param name such as {@code blocks.0.attn.W_QKV}
 * @param shape its sizes
 */
public record Parameter(String name, long... shape) {
    static final String W_E = "embed.W_E";
    static final String W_POS = "pos_embed.W_pos";
    static final String W_TOKEN_TYPE = "token_type_embed.W_token_type";
    static final String EMBED_LN = "embed.ln";
    static final String LN_FINAL = "ln_final";
    static final String MLM_HEAD = "mlm_head";
    static final String W_U = "unembed.W_U";
    static final String B_U = "unembed.b_U";

    /** All parameters of a model, in the order of the forward pass; a tied model has no {@code unembed.W_U}. */
    public static List<Parameter> of(ModelConfig c) {
        List<Parameter> all = new ArrayList<>();
        embedding(c, all);
        for (int l = 0; l < c.nLayers(); l++) {
            String block = "blocks." + l + ".";
            attention(c, block, all);
            if (c.dMlp() > 0) {
                mlp(c, block, all);
            }
        }
        unembedding(c, all);
        return all;
    }

    private static void embedding(ModelConfig c, List<Parameter> all) {
        all.add(new Parameter(W_E, c.dVocab(), c.dModel()));
        if (c.stream().learnedPositions()) {
            all.add(new Parameter(W_POS, c.nCtx(), c.dModel()));
        }
        if (c.stream().tokenTypes() > 0) {
            all.add(new Parameter(W_TOKEN_TYPE, c.stream().tokenTypes(), c.dModel()));
        }
        if (c.stream().embedNorm()) {
            norm(c, EMBED_LN, c.dModel(), all);
        }
    }

    private static void attention(ModelConfig c, String block, List<Parameter> all) {
        AttentionConfig a = c.attention();
        long queries = (long) c.nHeads() * c.dHead();
        long keys = (long) c.nKvHeads() * c.dHead();
        if (c.layout().normalizesInput() || c.layout() == BlockLayout.RESIDUAL) {
            norm(c, block + "ln1", c.dModel(), all);
        }
        linear(block + "attn.", "QKV", c.dModel(), queries + 2 * keys, a.qkvBias(), all);
        if (a.qkNorm() != QkNorm.NONE) {
            boolean each = a.qkNorm() == QkNorm.HEAD;
            norm(c, block + "attn.q_norm", each ? c.dHead() : queries, all);
            norm(c, block + "attn.k_norm", each ? c.dHead() : keys, all);
        }
        linear(block + "attn.", "O", queries, c.dModel(), a.outBias(), all);
        if (c.layout().normalizesOutput()) {
            norm(c, block + "ln1_post", c.dModel(), all);
        }
    }

    private static void mlp(ModelConfig c, String block, List<Parameter> all) {
        MlpConfig m = c.mlp();
        if (c.layout().normalizesMlpInput() || c.layout() == BlockLayout.RESIDUAL) {
            norm(c, block + "ln2", c.dModel(), all);
        }
        if (m.gated()) {
            linear(block + "mlp.", "gate", c.dModel(), c.dMlp(), m.bias(), all);
        }
        linear(block + "mlp.", "in", c.dModel(), c.dMlp(), m.bias(), all);
        linear(block + "mlp.", "out", c.dMlp(), c.dModel(), m.bias(), all);
        if (c.layout().normalizesOutput()) {
            norm(c, block + "ln2_post", c.dModel(), all);
        }
    }

    private static void unembedding(ModelConfig c, List<Parameter> all) {
        if (c.stream().finalNorm()) {
            norm(c, LN_FINAL, c.dModel(), all);
        }
        if (c.stream().mlmHead()) {
            linear(MLM_HEAD + ".", "", c.dModel(), c.dModel(), true, all);
            norm(c, MLM_HEAD + ".ln", c.dModel(), all);
        }
        if (!c.tied()) {
            all.add(new Parameter(W_U, c.dModel(), c.dVocab()));
        }
        if (c.stream().unembedBias()) {
            all.add(new Parameter(B_U, c.dVocab()));
        }
    }

    private static void norm(ModelConfig c, String name, long width, List<Parameter> all) {
        all.add(new Parameter(name + ".w", width));
        if (c.norm().bias()) {
            all.add(new Parameter(name + ".b", width));
        }
    }

    private static void linear(String where, String what, long in, long out, boolean bias, List<Parameter> all) {
        String suffix = what.isEmpty() ? "" : "_" + what;
        all.add(new Parameter(where + "W" + suffix, in, out));
        if (bias) {
            all.add(new Parameter(where + "b" + suffix, out));
        }
    }
}
