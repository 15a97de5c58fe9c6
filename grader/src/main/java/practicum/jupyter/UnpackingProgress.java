package practicum.jupyter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import practicum.progress.Progress;

/** Shows how far libraries are unpacked, by the size of the folder, since who unpacks them does not say. */
final class UnpackingProgress {
    private static final int MEBIBYTE = 20;
    private static final long POLL_MILLIS = 100;

    private final Path folder;
    private final long total;

    private UnpackingProgress(Path folder, long total) {
        this.folder = folder;
        this.total = total;
    }

    /** For a folder into which what a jar holds is unpacked. */
    static UnpackingProgress of(Path folder, Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            long bytes = zip.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            return new UnpackingProgress(folder, bytes >> MEBIBYTE);
        }
    }

    /** Watches until the process that unpacks has ended; answers its status. */
    int watch(Process process) {
        long shown = 0;
        try (var progress = Progress.start("Unpacking the native libraries, once (MB)", total)) {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = Math.min(total, bytes() >> MEBIBYTE);
                progress.advance(Math.max(0, now - shown));
                shown = Math.max(shown, now);
            }
            if (process.exitValue() == 0) {
                progress.advance(total - shown);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new JupyterException("Interrupted while the native libraries were unpacked.", e);
        }
    }

    private long bytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            // A file was renamed while it was counted.
            return 0;
        }
    }
}
