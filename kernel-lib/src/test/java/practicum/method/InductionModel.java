package practicum.method;

import java.util.HashMap;
import java.util.Map;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Parameter;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;

/**
 * Two layers of attention written by hand: head 0.0 copies each token's name to the token after it, and head 1.0 looks for
 * tokens whose predecessor is the one at hand, and says what it finds. Heads 0.1 and 1.1 look everywhere alike.
 *
 * <p>The stream has three parts: which token, which position, which token before. Division by the root mean square
 * changes only its length, which is the same everywhere from the second position on.
 */
final class InductionModel {
    static final int VOCABULARY = 20;
    static final int CONTEXT = 33;
    private static final int WIDTH = 2 * VOCABULARY + CONTEXT;
    private static final int BEFORE = VOCABULARY + CONTEXT; // where the predecessor's name begins
    private static final int HEAD = CONTEXT; // d_head: enough for positions and for tokens
    private static final float SHARP = 20;

    private final Map<String, float[]> weights = new HashMap<>();

    private InductionModel() {}

    static Transformer build() {
        return new InductionModel().model();
    }

    private Transformer model() {
        ModelConfig config = ModelConfig.shape("by hand", 2, WIDTH, 2, 0, VOCABULARY, CONTEXT)
                .headWidth(HEAD)
                .layout(BlockLayout.SEQUENTIAL)
                .rmsNorm(1e-6)
                .attnScale(1)
                .attnBias(false, false)
                .tied(false)
                .build();
        Parameter.of(config).forEach(p -> weights.put(p.name(), new float[size(p)]));
        for (String norm : new String[] {"blocks.0.ln1.w", "blocks.1.ln1.w", "ln_final.w"}) {
            java.util.Arrays.fill(get(norm), 1);
        }
        for (int t = 0; t < VOCABULARY; t++) {
            put("embed.W_E", WIDTH, t, t, 1);
            put("unembed.W_U", VOCABULARY, t, t, 1);
        }
        for (int p = 0; p < CONTEXT; p++) {
            put("pos_embed.W_pos", WIDTH, p, VOCABULARY + p, 1);
            if (p > 0) {
                qkv(0, 0, VOCABULARY + p, p - 1, SHARP); // head 0.0 asks for the position before
            }
            qkv(0, 1, VOCABULARY + p, p, 1);
        }
        for (int t = 0; t < VOCABULARY; t++) {
            qkv(0, 2, t, t, 1); // moves the token's name
            put("blocks.0.attn.W_O", WIDTH, t, BEFORE + t, 0.2f);
            qkv(1, 0, t, t, SHARP); // head 1.0 asks with the token's name
            qkv(1, 1, BEFORE + t, t, 5); // for those that follow it
            qkv(1, 2, t, t, 1);
            put("blocks.1.attn.W_O", WIDTH, t, t, 1);
        }
        Map<String, Tensor> tensors = new HashMap<>();
        Parameter.of(config).forEach(p -> tensors.put(p.name(), Tensor.of(get(p.name()), p.shape())));
        return new Transformer(config, Weights.of(config, tensors), null);
    }

    private static int size(Parameter p) {
        int size = 1;
        for (long dim : p.shape()) {
            size *= (int) dim;
        }
        return size;
    }

    private float[] get(String name) {
        return java.util.Objects.requireNonNull(weights.get(name));
    }

    private void put(String name, int columns, int row, int column, float value) {
        get(name)[row * columns + column] = value;
    }

    /** Sets a number of head 0's query (part 0), key (1) or value (2) matrix. */
    private void qkv(int layer, int part, int row, int column, float value) {
        put("blocks." + layer + ".attn.W_QKV", 6 * HEAD, row, part * 2 * HEAD + column, value);
    }
}
