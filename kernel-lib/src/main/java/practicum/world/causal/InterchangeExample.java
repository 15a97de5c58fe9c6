package practicum.world.causal;

/**
 * An interchange intervention with the answer that a causal model expects.
 *
 * @param base the input that is run
 * @param source the input that the variable's value comes from
 * @param variable which variable is interchanged
 * @param answer the model's answer after it
 * @param baseAnswer the answer without it
 */
public record InterchangeExample(Setting base, Setting source, String variable, int answer, int baseAnswer) {
    /** Whether the interchange changes the answer. */
    public boolean changes() {
        return answer != baseAnswer;
    }
}
