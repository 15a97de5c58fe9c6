package practicum.grade;

/** A class that cannot be graded: the folders, the practicum or this machine are not as they must be. */
public final class GradeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public GradeException(String message) {
        super(message);
    }
}
