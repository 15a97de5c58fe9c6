package practicum.model;

/** Something a model cannot do, or cannot be made from: the message says what was expected and what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }
}
