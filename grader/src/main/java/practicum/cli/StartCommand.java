package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.jupyter.Browser;
import practicum.jupyter.Consent;
import practicum.jupyter.FrontEnd;
import practicum.jupyter.FrontEndSetup;
import practicum.jupyter.Jdks;
import practicum.jupyter.JupyterException;
import practicum.jupyter.JupyterServer;
import practicum.jupyter.KernelSpec;
import practicum.jupyter.Kernels;
import practicum.jupyter.LoopbackPort;
import practicum.jupyter.NativeLibraries;
import practicum.source.Project;

/** Opens the notebooks in Jupyter, setting up whatever is missing. */
@Command(name = "start", description = "Open the notebooks in Jupyter, setting up what is missing.")
final class StartCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8888;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The port to serve on (default: 8888 or the next free).")
    private @Nullable Integer port;

    @Option(names = "--no-browser", description = "Print the address and open no browser.")
    private boolean noBrowser;

    @Option(names = "--user", description = "Install the kernel for your other Jupyters too.")
    private boolean user;

    @Option(names = "--yes", description = "Install what is missing without asking.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Project project = Project.find();
        int free = freePort(out);
        new NativeLibraries(project).unpack();
        installKernels(project, out);
        try (JupyterServer server = serve(project, free)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            out.println("The notebooks are at\n\n    " + server.page() + "\n\nCtrl-C ends Jupyter and its kernels.");
            out.flush();
            if (!noBrowser) {
                Browser.open(server.page());
            }
            int status = server.waitFor();
            if (status != 0) {
                throw new JupyterException("Jupyter ended with status " + status + ":\n" + server.lastWords());
            }
            return 0;
        }
    }

    private int freePort(PrintWriter out) {
        if (port != null) {
            if (port < 1 || port > 65_535) {
                throw new ParameterException(spec.commandLine(), "--port " + port + ": a port is between 1 and 65535.");
            }
            if (!LoopbackPort.isFree(port)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--port " + port + " is taken or not allowed. Name another, or leave --port out and the next"
                                + " free one is used.");
            }
            return port;
        }
        int free = LoopbackPort.atOrAfter(USUAL_PORT);
        if (free != USUAL_PORT) {
            out.println("Port " + USUAL_PORT + " is taken; using " + free + ".");
        }
        return free;
    }

    private void installKernels(Project project, PrintWriter out) {
        List<KernelSpec> specs = Kernels.install(Kernels.ofProject(project), project, Jdks.forKernels());
        if (user) {
            Kernels.install(Kernels.ofUser(), project, Jdks.forKernels());
            out.println("Installed "
                    + specs.stream().map(KernelSpec::displayName).toList() + " in " + Kernels.ofUser() + ".");
        }
    }

    /** The first Jupyter that starts: a program on the search path may belong to a Python that is gone. */
    private JupyterServer serve(Project project, int free) {
        List<FrontEnd> found = FrontEnd.find(FrontEndSetup.virtualEnvironment(project));
        PrintWriter err = spec.commandLine().getErr();
        for (FrontEnd frontEnd : found) {
            try {
                return open(frontEnd, project, free);
            } catch (JupyterException e) {
                err.println(e.getMessage());
            }
        }
        return open(new FrontEndSetup(project, new Consent(yes), System.out).setUp(), project, free);
    }

    private JupyterServer open(FrontEnd frontEnd, Project project, int free) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting " + frontEnd.kind() + " (" + frontEnd.program() + ")…");
        out.flush();
        return JupyterServer.start(
                frontEnd, project, Files.isDirectory(project.notebooks()) ? project.notebooks() : project.root(), free);
    }
}
