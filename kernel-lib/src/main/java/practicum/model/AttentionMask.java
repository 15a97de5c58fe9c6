package practicum.model;

import java.util.HashMap;
import java.util.Map;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Which keys a query may see: none later than itself, none further back than the layer's window, no padding.
 *
 * <p>A hidden score becomes −1e30 and not −∞, so that a padding position, which may see nothing, gives no NaN.
 */
final class AttentionMask {
    private static final double HIDDEN = -1e30;

    private final ModelConfig config;
    private final Tokens tokens;
    private final Map<Integer, Tensor> byWindow = new HashMap<>();

    AttentionMask(ModelConfig config, Tokens tokens) {
        this.config = config;
        this.tokens = tokens;
        config.window().forEach(w -> byWindow.computeIfAbsent(w, this::visible));
    }

    /** Scores [b, h, p, p] with the hidden ones at −1e30. */
    Tensor apply(int layer, Tensor scores) {
        Tensor visible = byWindow.get(config.window().get(layer));
        if (visible == null) {
            throw new IllegalStateException("no mask for layer " + layer);
        }
        return Tensor.where(visible, scores, hidden());
    }

    private static Tensor hidden() {
        return Tensor.scalar(HIDDEN);
    }

    /** bool [b or 1, 1, p, p]. */
    private Tensor visible(int window) {
        int rows = tokens.isPadded() ? tokens.batch() : 1;
        int n = tokens.length();
        float[] flags = new float[rows * n * n];
        for (int r = 0; r < rows; r++) {
            for (int q = 0; q < n; q++) {
                int first = Math.max(tokens.padding(r), window == 0 ? 0 : q - window + 1);
                for (int k = first; k <= q; k++) {
                    flags[(r * n + q) * n + k] = 1;
                }
            }
        }
        try (Scope scope = Scope.open()) {
            return scope.keep(Tensor.of(flags, rows, 1, n, n).greater(Tensor.scalar(0.5)));
        }
    }
}
