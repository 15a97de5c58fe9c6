package practicum.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import practicum.notebook.JavadocFile;
import practicum.source.Platform;
import practicum.source.Project;

/** The programs of a release: launcher, library with its models, the jars that both need, and natives by platform. */
final class ReleasedLibrary {
    private static final String NATIVES = "pytorch-native-cpu-";

    /** What no student's command needs: the gradebook's database. */
    private static final String LEFT_OUT = "sqlite-jdbc-";

    private static final String MAIN = "practicum.cli.StudentMain";

    private final Project project;
    private final List<Platform> platforms;

    ReleasedLibrary(Project project, List<Platform> platforms) {
        this.project = project;
        this.platforms = platforms;
    }

    void addTo(Map<String, Content> files) {
        for (String launcher : List.of("practicum", "practicum.cmd")) {
            files.put(launcher, taken(project.root().resolve(launcher), true));
        }
        files.put("LICENSE", taken(project.root().resolve("LICENSE"), false));
        files.put("library/grader.jar", taken(project.graderJar(), false));
        var kernel = new ArrayList<String>();
        for (Path jar : project.kernelClassPath()) {
            kernel.add(add(jar, files));
        }
        var all = new LinkedHashSet<>(List.of("library/grader.jar"));
        for (Path jar : project.graderClassPath()) {
            // Native libraries are loaded by processes that run cells, each by those of its own platform.
            if (!name(jar).startsWith(LEFT_OUT) && !name(jar).startsWith(NATIVES)) {
                all.add(add(jar, files));
            }
        }
        // The library itself comes first on its own list, and is not named there.
        files.put(
                "library/kernel.classpath",
                Content.Made.text(String.join("\n", kernel.subList(1, kernel.size())) + "\n"));
        files.put("library/practicum.jar", new Content.Made(starter(all)));
        files.put("library/" + JavadocFile.NAME, Content.Made.text(javadoc()));
    }

    /** What the library's classes are for: students ask it in their notebooks, and have no sources. */
    private String javadoc() {
        Path sources = project.root().resolve("kernel-lib/src/main/java");
        if (!Files.isDirectory(sources)) {
            throw new ReleaseException(project.show(sources) + " is missing: the library's Javadoc is made from it. Run"
                    + " this in a checkout of the course.");
        }
        return JavadocFile.of(sources);
    }

    /** Adds a jar, once, or its siblings for all platforms; returns the entry of the class path that it is. */
    private String add(Path jar, Map<String, Content> files) {
        String name = name(jar);
        if (!name.startsWith(NATIVES)) {
            files.put("library/" + name, taken(jar, false));
            return "library/" + name;
        }
        String here = Platform.current().classifier();
        for (Platform platform : platforms) {
            String sibling = name.replace(here, platform.classifier());
            files.put("library/" + sibling, taken(natives(jar.resolveSibling(sibling), platform), false));
        }
        return "library/" + name.replace(here, Project.PLATFORM);
    }

    private static Path natives(Path jar, Platform platform) {
        if (!Files.exists(jar)) {
            String version = name(jar).replace(NATIVES, "").replace("-" + platform + ".jar", "");
            throw new ReleaseException("PyTorch's native libraries for " + platform + " are not on this machine: " + jar
                    + " is missing. Fetch them once, with a network:\n  ./mvnw dependency:get -Dtransitive=false"
                    + " -Dartifact=ai.djl.pytorch:pytorch-native-cpu:" + version + ":jar:" + platform);
        }
        return jar;
    }

    /** A jar that holds nothing but the list of the others, so that launchers need not know it. */
    private static byte[] starter(Set<String> jars) {
        var manifest = new java.util.jar.Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, MAIN);
        main.put(
                Attributes.Name.CLASS_PATH,
                String.join(
                        " ",
                        jars.stream()
                                .map(jar -> jar.substring("library/".length()))
                                .toList()));
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            var entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setTime(ReleaseWriter.TIME);
            jar.putNextEntry(entry);
            manifest.write(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Content taken(Path file, boolean program) {
        if (!Files.isRegularFile(file)) {
            throw new ReleaseException(project.show(file) + " is missing. Run ./mvnw -DskipTests package.");
        }
        return new Content.Taken(file, program);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
