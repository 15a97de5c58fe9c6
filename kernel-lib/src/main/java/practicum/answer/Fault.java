package practicum.answer;

/** What is wrong with an answer, in a sentence that gives nothing of the expected value away. */
public enum Fault {
    /** Nothing is wrong. */
    NONE("It equals the solution's answer."),
    /** No value at all. */
    MISSING("No answer was handed over."),
    /** A null where a value was expected. */
    NULL("The answer is null where a value was expected: was everything computed and returned?"),
    /** Another kind of thing. */
    KIND("The answer is of another kind than was asked for."),
    /** Right kind, other shape or length. */
    SHAPE("The answer has another shape or length than was asked for."),
    /** Nothing in it. */
    EMPTY("The answer is empty."),
    /** NaN in it. */
    NAN("The answer holds NaN, as 0/0, ∞ − ∞ or the logarithm of a negative number give."),
    /** An infinity in it. */
    INFINITE("The answer holds an infinity, as a division by 0, log(0) or an overflowing exp give."),
    /** Right form, wrong content. */
    DIFFERENT("The answer has the right form, but its content differs from the solution's.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, safe to tell where the expected value is a secret. */
    public String sentence() {
        return sentence;
    }
}
