package practicum.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Jupyter program on this machine.
 *
 * @param program its executable
 * @param kind which of Jupyter's two faces it is
 */
public record FrontEnd(Path program, Kind kind) {
    /** Jupyter's two faces, the preferred one first. */
    public enum Kind {
        /** JupyterLab. */
        LAB("JupyterLab", "jupyter-lab", "lab"),
        /** Jupyter Notebook, classic (6) or new (7). */
        NOTEBOOK("Jupyter Notebook", "jupyter-notebook", "tree");

        private final String label;
        private final String program;
        private final String page;

        Kind(String label, String program, String page) {
            this.label = label;
            this.program = program;
            this.page = page;
        }

        /** The part of the address that shows the list of files. */
        public String page() {
            return page;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Those in a folder of programs. */
    static List<FrontEnd> in(Path folder) {
        List<FrontEnd> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Programs.in(folder, kind.program).ifPresent(program -> found.add(new FrontEnd(program, kind)));
        }
        return found;
    }

    /** All on this machine: the course's own virtual environment first, then Lab before Notebook on the search path. */
    public static List<FrontEnd> find(Path virtualEnvironment) {
        List<FrontEnd> found = new ArrayList<>(in(programs(virtualEnvironment)));
        for (Kind kind : Kind.values()) {
            Optional<Path> program = Programs.find(kind.program);
            program.ifPresent(path -> found.add(new FrontEnd(path, kind)));
        }
        return List.copyOf(found);
    }

    /** Where a virtual environment keeps its programs. */
    static Path programs(Path virtualEnvironment) {
        Path windows = virtualEnvironment.resolve("Scripts");
        return Files.isDirectory(windows) ? windows : virtualEnvironment.resolve("bin");
    }

    /** What it answers when asked for its version, on its last line; empty where it does not start. */
    public String version() {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return printed.substring(printed.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The command that serves a folder on one port of the loopback interface; the token comes by the environment. */
    List<String> serve(Path folder, int port) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-browser",
                "--ip=127.0.0.1",
                "--port=" + port,
                // Notebook 6 reads the first of each pair, everything newer the second.
                "--NotebookApp.port_retries=0",
                "--ServerApp.port_retries=0",
                "--NotebookApp.notebook_dir=" + folder,
                "--ServerApp.root_dir=" + folder,
                "--MultiKernelManager.default_kernel_name=" + KernelSpec.COURSE));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--allow-root");
        }
        return List.copyOf(command);
    }
}
