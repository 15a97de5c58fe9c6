package practicum.jupyter;

/** Jupyter, or what it needs, cannot be had; the message says what happened and what to do. */
public final class JupyterException extends RuntimeException {
    /** A failure that this package found itself. */
    public JupyterException(String message) {
        super(message);
    }

    /** A failure with the one beneath it. */
    public JupyterException(String message, Throwable cause) {
        super(message, cause);
    }
}
