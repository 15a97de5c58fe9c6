package practicum.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import practicum.jupyter.FrontEnd;
import practicum.jupyter.Jdks;
import practicum.jupyter.JupyterServer;
import practicum.jupyter.KernelSpec;
import practicum.jupyter.Kernels;
import practicum.jupyter.LoopbackPort;
import practicum.source.Project;

/** A Jupyter server on a folder of its own, set up as {@code ./practicum start} does it. */
final class Classroom implements AutoCloseable {
    private final Path folder;
    private final List<KernelSpec> kernels;
    private final JupyterServer server;

    private Classroom(Path folder, List<KernelSpec> kernels, JupyterServer server) {
        this.folder = folder;
        this.kernels = kernels;
        this.server = server;
    }

    static Classroom open(FrontEnd frontEnd, Path folder) {
        Project project = Project.find();
        var kernels = Kernels.install(Kernels.ofProject(project), project, Jdks.forKernels());
        return new Classroom(folder, kernels, JupyterServer.start(frontEnd, project, folder, LoopbackPort.any()));
    }

    /** Copies a notebook into the folder, over one of the same name; answers its name there. */
    String add(Path notebook) throws IOException {
        Path copy = folder.resolve(notebook.getFileName());
        Files.copy(notebook, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy.getFileName().toString();
    }

    /** Changes a notebook of the folder as a student does in an editor: one text in place of another, which must be there. */
    void edit(String notebook, String old, String text) throws IOException {
        Path file = folder.resolve(notebook);
        String before = Files.readString(file);
        if (!before.contains(old)) {
            throw new IllegalArgumentException(notebook + " has no " + old);
        }
        Files.writeString(file, before.replace(old, text));
    }

    /** Copies a folder of files into the folder. */
    void addFolder(Path files) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(files.getFileName()));
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    List<KernelSpec> kernels() {
        return kernels;
    }

    JupyterServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
