package practicum.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the library's classes and methods are for, in their authors' words: from the sources, where a notebook runs inside a
 * checkout of the course, or from a release's {@link JavadocFile}.
 */
final class Sources {
    private static final String FOLDER = "kernel-lib/src/main/java";

    private Sources() {}

    /** A class of the library and its public methods, the class first; empty where nothing is known of it. */
    static List<Documented> of(Class<?> type) {
        if (!type.getName().startsWith("practicum.")) {
            return List.of();
        }
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return text(type)
                .map(text -> SourceComments.of(text).getOrDefault(name, List.of()))
                .orElseGet(() -> JavadocFile.find(type));
    }

    private static Optional<String> text(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String file = outermost.getName().replace('.', '/') + ".java";
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path source = here.resolve(FOLDER).resolve(file);
            if (Files.isRegularFile(source)) {
                return read(source);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path source) {
        try {
            return Optional.of(Files.readString(source));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
