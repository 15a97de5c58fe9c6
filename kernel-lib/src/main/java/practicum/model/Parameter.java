package practicum.model;

import java.util.ArrayList;
import java.util.List;

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
    static final String LN_FINAL_W = "ln_final.w";
    static final String LN_FINAL_B = "ln_final.b";
    static final String W_U = "unembed.W_U";

    /** All parameters of a model, in the order of the forward pass; a tied model has no {@code unembed.W_U}. */
    public static List<Parameter> of(ModelConfig c) {
        long d = c.dModel();
        long heads = (long) c.nHeads() * c.dHead();
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter(W_E, c.dVocab(), d));
        all.add(new Parameter(W_POS, c.nCtx(), d));
        for (int l = 0; l < c.nLayers(); l++) {
            String block = "blocks." + l + ".";
            all.add(new Parameter(block + "ln1.w", d));
            all.add(new Parameter(block + "ln1.b", d));
            all.add(new Parameter(block + "attn.W_QKV", d, 3 * heads));
            all.add(new Parameter(block + "attn.b_QKV", 3 * heads));
            all.add(new Parameter(block + "attn.W_O", heads, d));
            all.add(new Parameter(block + "attn.b_O", d));
            all.add(new Parameter(block + "ln2.w", d));
            all.add(new Parameter(block + "ln2.b", d));
            all.add(new Parameter(block + "mlp.W_in", d, c.dMlp()));
            all.add(new Parameter(block + "mlp.b_in", c.dMlp()));
            all.add(new Parameter(block + "mlp.W_out", c.dMlp(), d));
            all.add(new Parameter(block + "mlp.b_out", d));
        }
        all.add(new Parameter(LN_FINAL_W, d));
        all.add(new Parameter(LN_FINAL_B, d));
        if (!c.tied()) {
            all.add(new Parameter(W_U, d, c.dVocab()));
        }
        return all;
    }
}
