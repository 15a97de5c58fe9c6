package practicum.build;

/** A practicum that cannot be built; the message says where, what and how to mend it. */
public final class BuildException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong. */
    public BuildException(String message) {
        super(message);
    }
}
