package practicum.notebook;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the log lines of libraries out of notebooks: what a reader must know is said by an error. */
final class Quiet {
    private static final Logger ROOT = Logger.getLogger("");

    private Quiet() {}

    static void loggers() {
        ROOT.setLevel(Level.SEVERE);
        JupyterSocket.JUPYTER_LOGGER.setLevel(Level.SEVERE);
    }
}
