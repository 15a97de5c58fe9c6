package practicum.answer;

/**
 * How large an answer may be.
 *
 * @param characters of its JSON text
 * @param depth of nesting
 * @param elements numbers, texts and entries, all counted together
 */
public record Limits(int characters, int depth, int elements) {
    /** What a check cell may hand over: far more than a verdict needs, far less than hurts a grader. */
    public static final Limits ANSWER = new Limits(6_000_000, 16, 250_000);

    /** A sidecar of expectations: the answers of a whole practicum. */
    public static final Limits SIDECAR = new Limits(64_000_000, 24, 4_000_000);
}
