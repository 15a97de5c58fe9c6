package practicum.gradebook;

/** A gradebook that cannot be opened, is in use, or does not know what it is asked for. */
public final class GradebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public GradebookException(String message) {
        super(message);
    }
}
