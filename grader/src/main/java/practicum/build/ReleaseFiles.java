package practicum.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a set of files so that an interruption leaves every file whole: old or new, never half. */
public final class ReleaseFiles {
    private ReleaseFiles() {}

    /** Writes all texts beside their places first, and then moves them there. */
    public static void write(Map<Path, String> texts) {
        Map<Path, Path> staged = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Path file = text.getKey();
                Files.createDirectories(file.getParent());
                Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
                staged.put(draft, file);
                Files.writeString(draft, text.getValue());
                readableByAll(draft);
            }
            for (Map.Entry<Path, Path> move : staged.entrySet()) {
                Files.move(
                        move.getKey(),
                        move.getValue(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write " + texts.keySet() + "; the files are as they were. Is there space on the disk?", e);
        } finally {
            staged.keySet().forEach(ReleaseFiles::discard);
        }
    }

    /** Deletes files that are of no build any more. */
    public static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + file + "; delete it by hand.", e);
            }
        }
    }

    /** A temporary file is its owner's alone; a course's file is for everyone to read. */
    private static void readableByAll(Path draft) {
        if (!draft.toFile().setReadable(true, false)) {
            throw new BuildException("Cannot make " + draft + " readable.");
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }
}
