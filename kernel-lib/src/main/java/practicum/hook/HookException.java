package practicum.hook;

/** A hook that does not exist, was not recorded, never fired or changed nothing: the message names what would work. */
public final class HookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HookException(String message) {
        super(message);
    }

    public HookException(String message, Throwable cause) {
        super(message, cause);
    }
}
