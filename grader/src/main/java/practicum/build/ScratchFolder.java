package practicum.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one build, deleted with what is in it when it is closed. */
public record ScratchFolder(Path path) implements AutoCloseable {
    /** A new, empty folder among the machine's temporary files. */
    public static ScratchFolder create() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("practicum-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(path)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : inside) {
            Files.deleteIfExists(file);
        }
    }
}
