package practicum.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a release's files, whole or not at all. */
final class ReleaseWriter {
    /** The first moment that an archive can name: the same release makes the same bytes. */
    static final long TIME = 315_532_800_000L + 24 * 3600 * 1000L;

    private static final int PROGRAM = 0100755;
    private static final int FILE = 0100644;

    private ReleaseWriter() {}

    /** One archive, in which everything is in one folder of the archive's name. */
    static void archive(SortedMap<String, Content> files, Path out) {
        Path target = out.toAbsolutePath().normalize();
        String top = target.getFileName().toString().replaceFirst("\\.zip$", "") + "/";
        try {
            Files.createDirectories(target.getParent());
            Path draft = Files.createTempFile(target.getParent(), ".release", ".tmp");
            try {
                write(files, top, draft);
                open(draft);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new ReleaseException("Cannot write " + out + ": " + e.getMessage() + ".");
        }
    }

    private static void write(SortedMap<String, Content> files, String top, Path draft) throws IOException {
        try (var zip = new ZipArchiveOutputStream(draft.toFile())) {
            for (var file : files.entrySet()) {
                var entry = new ZipArchiveEntry(top + file.getKey());
                entry.setTime(TIME);
                entry.setUnixMode(file.getValue().isProgram() ? PROGRAM : FILE);
                zip.putArchiveEntry(entry);
                try (var stream = file.getValue().open()) {
                    stream.transferTo(zip);
                }
                zip.closeArchiveEntry();
            }
        }
    }

    /** A folder, which must be new, empty, or an earlier release that nobody has worked in. */
    static void folder(SortedMap<String, Content> files, Path out) {
        Path target = out.toAbsolutePath().normalize();
        try {
            if (Files.exists(target) && !isEmpty(target)) {
                throw new ReleaseException(out + " is there already, and may hold somebody's work. Name a folder that"
                        + " is not there with --out, or delete that one.");
            }
            Files.createDirectories(target.getParent());
            Path draft = Files.createTempDirectory(target.getParent(), ".release");
            try {
                for (var file : files.entrySet()) {
                    write(file.getValue(), draft.resolve(file.getKey()));
                }
                open(draft);
                Files.deleteIfExists(target);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new ReleaseException("Cannot write " + out + ": " + e.getMessage() + ".");
        }
    }

    private static void write(Content content, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var stream = content.open()) {
            Files.copy(stream, file);
        }
        open(file);
        if (content.isProgram() && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** A temporary file is its owner's alone; a release is for everyone. */
    private static void open(Path path) throws IOException {
        var file = path.toFile();
        boolean folder = file.isDirectory();
        if (!file.setReadable(true, false) || folder && !file.setExecutable(true, false)) {
            throw new IOException(path + " cannot be made readable");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> innermostFirst;
            try (Stream<Path> paths = Files.walk(folder)) {
                innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        }
    }
}
