package practicum.nbformat;

/** A file that cannot be read as a notebook; the message says where and why. */
public final class NotebookException extends RuntimeException {
    /** Says what is wrong with a file. */
    public NotebookException(String file, String what) {
        super(file + ": " + what);
    }
}
