package practicum.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.answer.Value;

/** The types of the library, and of Java where a notebook needs no import, by their simple names. */
final class KnownTypes {
    private static final List<String> JAVA =
            List.of("java.lang.", "java.util.", "java.util.function.", "java.util.stream.", "java.nio.file.", "");

    private KnownTypes() {}

    /** What is wrong with the name of a type, or of a method as {@code Type.method}; empty where there is such a thing. */
    static String problem(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean isType = Character.isUpperCase(last.charAt(0));
        String type = isType ? name : name.substring(0, Math.max(0, name.length() - last.length() - 1));
        if (type.isEmpty()) {
            return "";
        }
        Optional<Class<?>> found = find(type);
        if (found.isEmpty()) {
            return "Nothing that a notebook sees is called \"" + type + "\".";
        }
        boolean has = isType
                || Arrays.stream(found.get().getMethods())
                        .anyMatch(method -> method.getName().equals(last));
        return has ? "" : "\"" + type + "\" has no method \"" + last + "\".";
    }

    private static Optional<Class<?>> find(String type) {
        return Stream.concat(JAVA.stream().map(before -> before + type), ofLibrary(type).stream())
                .map(KnownTypes::load)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, KnownTypes.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError none) {
            return Optional.empty();
        }
    }

    private static List<String> ofLibrary(String type) {
        try {
            URI library = Value.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(library);
            if (Files.isDirectory(place)) {
                return named(type, place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return named(type, jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The library cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The library has no place.", e);
        }
    }

    private static List<String> named(String type, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith(type + ".class"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
