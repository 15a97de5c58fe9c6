package practicum.hub;

/** A model that could not be fetched from the hub: the message says why and what to do. */
public final class HubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** The hub knows no such model, or does not show it to this reader. */
        NO_SUCH_MODEL,
        /** The model has no such branch, tag or commit. */
        NO_SUCH_REVISION,
        /** The model is gated or private, or the token is refused. */
        NO_ACCESS,
        /** The model lacks files that can be loaded, as where its weights are only pickled. */
        UNUSABLE_MODEL,
        /** The hub cannot be reached, or keeps failing. */
        UNREACHABLE,
        /** What arrived is not what was announced. */
        DAMAGED,
        /** The cache cannot be written, or the disk is too small. */
        NO_ROOM,
        /** The thread was interrupted. */
        INTERRUPTED
    }

    private final Reason reason;

    HubException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    HubException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What stood in the way. */
    public Reason reason() {
        return reason;
    }
}
