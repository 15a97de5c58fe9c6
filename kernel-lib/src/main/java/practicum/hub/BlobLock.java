package practicum.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two threads or two Java processes from downloading one file at the same time. It spares work and no more: where
 * the file system knows no locks, or the other program is Python on a Unix, whose locks Java cannot see, the checksum
 * still decides what enters the cache.
 */
final class BlobLock implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final FileChannel channel;

    private BlobLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until the lock is free, and takes it. */
    static BlobLock take(Path file, Runnable waiting) throws IOException, InterruptedException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (!isTaken(channel)) {
                waiting.run();
                Thread.sleep(POLL.toMillis());
            }
            return new BlobLock(channel);
        } catch (InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true; // no locks here
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
