package practicum.net;

/** A net that cannot be made, loaded or run so: the message says what was expected and what to do. */
public final class NetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetException(String message) {
        super(message);
    }

    public NetException(String message, Throwable cause) {
        super(message, cause);
    }
}
