package practicum.model;

import java.util.List;

/**
 * The choices that attention makes.
 *
 * @param scale for each layer, what q·k is multiplied by: 1/√d_head in GPT-2, 1 in GPT-Neo
 * @param window for each layer, how many positions back (its own included) attention sees; 0 means all
 * @param rotary for each layer, how queries and keys are turned by position; empty where they are not
 * @param softCap scores s become cap · tanh(s / cap); 0 leaves them
 * @param causal whether a position sees only itself and those before it
 * @param qkvBias whether queries, keys and values have biases
 * @param outBias whether the output has one
 * @param qkNorm whether queries and keys are normalised
 */
public record AttentionConfig(
        List<Double> scale,
        List<Integer> window,
        List<Rotary> rotary,
        double softCap,
        boolean causal,
        boolean qkvBias,
        boolean outBias,
        QkNorm qkNorm) {
    /** How queries and keys are normalised before they are turned. */
    public enum QkNorm {
        NONE,
        /** Each head on its own: Qwen 3, Gemma 3, some of Phi. */
        HEAD,
        /** All heads together: OLMo 2. */
        ALL
    }

    public AttentionConfig {
        scale = List.copyOf(scale);
        window = List.copyOf(window);
        rotary = List.copyOf(rotary);
    }
}
