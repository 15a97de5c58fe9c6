package practicum.release;

/** A release that cannot be made or read, or that would give away what students must not have. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public ReleaseException(String message) {
        super(message);
    }
}
