package practicum.jupyter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import practicum.source.Project;

/** The kernels of a course: one for each JDK that its notebooks may run on. */
public final class Kernels {
    private Kernels() {}

    /** The folder that holds the course's own kernels; its parent goes on Jupyter's search path. */
    public static Path ofProject(Project project) {
        return jupyterPath(project).resolve("kernels");
    }

    static Path jupyterPath(Project project) {
        return project.root().resolve(".practicum/jupyter");
    }

    /** The folder where Jupyter looks for the user's kernels, whatever project is open. */
    public static Path ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path ofUser(Map<String, String> environment, String system, Path home) {
        String data = environment.get("JUPYTER_DATA_DIR");
        if (data != null) {
            return Path.of(data, "kernels");
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Jupyter/kernels");
        }
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault(
                            "APPDATA", home.resolve("AppData/Roaming").toString()))
                    .resolve("jupyter/kernels");
        }
        String share = environment.get("XDG_DATA_HOME");
        return (share == null ? home.resolve(".local/share") : Path.of(share)).resolve("jupyter/kernels");
    }

    /** Installs a kernel for each JDK; the first is the one that notebooks name. */
    public static List<KernelSpec> install(Path kernels, Project project, List<Jdk> jdks) {
        List<KernelSpec> specs = new ArrayList<>();
        for (Jdk jdk : jdks) {
            var spec =
                    KernelSpec.on(jdk, specs.isEmpty(), project.kernelClassPath(), project.root(), project.nativeDir());
            spec.install(kernels);
            specs.add(spec);
        }
        removeOthers(kernels, specs.stream().map(KernelSpec::name).toList());
        return List.copyOf(specs);
    }

    /** A kernel of the course for a JDK that is gone, or has become the first, is offered no more. */
    private static void removeOthers(Path kernels, List<String> kept) {
        try (Stream<Path> folders = Files.list(kernels)) {
            folders.filter(folder -> {
                        String name = folder.getFileName().toString();
                        return name.startsWith(KernelSpec.COURSE + "-java") && !kept.contains(name);
                    })
                    .toList()
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + kernels, e);
        }
    }
}
