package practicum.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import practicum.plot.Figure;
import practicum.progress.Progress;

/** Starts the kernel that Jupyter talks to; the one argument is the connection file that Jupyter writes. */
public final class KernelMain {
    private KernelMain() {}

    /** Serves until Jupyter asks for a shut-down or is gone. */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("Usage: KernelMain CONNECTION_FILE. Jupyter starts this kernel; run ./practicum start.");
            System.exit(2);
        }
        Quiet.loggers();
        endWithJupyter();
        var connection = new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        // Before it binds: a publishing socket drops whatever is queued above its high-water mark.
        connection.getIOPub().setHWM(0);
        var front = new JupyterFront();
        Front.install(front);
        Progress.showIn(new ProgressBars());
        Figure.showIn(Show::show);
        front.takeOverStreams();
        var kernel = new CourseKernel();
        new Requests(kernel, front).serve(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    /** A kernel whose Jupyter server was killed ends too. */
    private static void endWithJupyter() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("[1-9]\\d{0,17}")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(server -> {
                var unused = server.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
            });
        }
    }
}
