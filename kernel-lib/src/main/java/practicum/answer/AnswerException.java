package practicum.answer;

/** An answer, a comparison or an expectation that cannot be read; the message says what was expected instead. */
public final class AnswerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for the reader: what happened, what was expected, what to do. */
    public AnswerException(String message) {
        super(message);
    }

    AnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
