package practicum.runner;

/** A process wrote something that is not the protocol; it cannot be trusted with another cell. */
final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProtocolException(String what) {
        super(what);
    }
}
