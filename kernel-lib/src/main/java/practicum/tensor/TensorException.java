package practicum.tensor;

/** An operation on tensors that could not be done: the message says what happened, what was expected and what to do. */
public final class TensorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TensorException(String message) {
        super(message);
    }

    public TensorException(String message, Throwable cause) {
        super(message, cause);
    }
}
