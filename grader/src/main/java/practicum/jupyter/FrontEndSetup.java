package practicum.jupyter;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import practicum.source.Project;

/** Sets Jupyter up on a machine that has none: in a virtual environment of the course's own, else by Debian's apt. */
public final class FrontEndSetup {
    private static final String BY_HAND =
            """
            No Jupyter here, and none could be set up. Install one and run ./practicum start again:
              Debian, Ubuntu:  sudo apt-get install jupyter-notebook     (or ./practicum start --yes)
              anything else:   install Python 3 from https://www.python.org, then: python3 -m pip install jupyterlab""";

    private final Path virtualEnvironment;
    private final Path log;
    private final Consent consent;
    private final PrintStream out;

    /** A set-up for one course, which says on the stream what it does. */
    public FrontEndSetup(Project project, Consent consent, PrintStream out) {
        this.virtualEnvironment = virtualEnvironment(project);
        this.log = project.root().resolve(".practicum/jupyter-setup.log");
        this.consent = consent;
        this.out = out;
    }

    /** Where the course's own Jupyter is, if it has been set up. */
    public static Path virtualEnvironment(Project project) {
        return project.root().resolve(".practicum/venv");
    }

    /** Sets one up. */
    public FrontEnd setUp() {
        return inVirtualEnvironment()
                .or(this::byApt)
                .orElseThrow(() -> new JupyterException(BY_HAND + "\nThe log of what was tried: " + log));
    }

    private Optional<FrontEnd> inVirtualEnvironment() {
        Optional<Path> python = Programs.find("python3").or(() -> Programs.find("python"));
        if (python.isEmpty()) {
            return Optional.empty();
        }
        out.println("No Jupyter here: setting up JupyterLab for this course in " + virtualEnvironment
                + " (pip, about 100 MB)…");
        boolean done = Command.succeeds(
                        List.of(python.get().toString(), "-m", "venv", "--clear", virtualEnvironment.toString()), log)
                && Command.succeeds(pip("install", "--quiet", "--retries", "1", "--timeout", "20", "jupyterlab"), log);
        if (!done) {
            out.println("That failed (" + log + ").");
            Folders.delete(virtualEnvironment);
            return Optional.empty();
        }
        return FrontEnd.in(FrontEnd.programs(virtualEnvironment)).stream().findFirst();
    }

    private List<String> pip(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(FrontEnd.programs(virtualEnvironment).resolve("python").toString(), "-m", "pip"));
        command.addAll(List.of(arguments));
        return command;
    }

    private Optional<FrontEnd> byApt() {
        boolean root = System.getProperty("user.name").equals("root");
        if (Programs.find("apt-get").isEmpty()
                || (!root && Programs.find("sudo").isEmpty())) {
            return Optional.empty();
        }
        List<String> install = apt(root, "install", "-y", "--no-install-recommends", "jupyter-notebook");
        out.println("Debian has Jupyter Notebook (about 120 MB): " + String.join(" ", install));
        if (!consent.to("Install it now?")) {
            return Optional.empty();
        }
        boolean done = Command.succeeds(apt(root, "update"), log) && Command.succeeds(install, log);
        return done
                ? Programs.find("jupyter-notebook").map(path -> new FrontEnd(path, FrontEnd.Kind.NOTEBOOK))
                : Optional.empty();
    }

    private static List<String> apt(boolean root, String... arguments) {
        List<String> command = new ArrayList<>(root ? List.of() : List.of("sudo"));
        command.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"));
        command.addAll(List.of(arguments));
        return command;
    }
}
