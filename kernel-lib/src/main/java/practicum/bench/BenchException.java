package practicum.bench;

/** A measurement that cannot be made: the message says why, and what to do. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchException(String message) {
        super(message);
    }
}
