package practicum.runner;

/** The process for a notebook's cells could not be started: a fault of this installation, not of the notebook. */
public final class KernelStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KernelStartException(String message) {
        super(message);
    }
}
