package practicum.site;

/** A site that cannot be made; the message says what is wrong and how to mend it. */
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to mend it. */
    public SiteException(String message) {
        super(message);
    }
}
