package practicum.gradebook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a gradebook, which one process has at a time. It goes with the process, however that ends. Who
 * has it stands in a file beside, because a locked file cannot be read everywhere.
 */
final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Lock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Lock on(Path book) {
        Path file = book.resolveSibling(book.getFileName() + ".lock");
        Path owner = book.resolveSibling(book.getFileName() + ".owner");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tried(channel);
            if (lock == null) {
                channel.close();
                throw new GradebookException("Somebody else is writing to " + book + ": " + words(owner)
                        + ". Wait until that ends, or end it; nothing was changed.");
            }
            Files.write(
                    owner,
                    ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)).array());
            return new Lock(channel, lock);
        } catch (IOException e) {
            throw new GradebookException("Cannot write to " + file + " (" + e.getMessage()
                    + "). Name a folder with --out where you may write.");
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String words(Path owner) {
        try {
            return Files.readString(owner).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private static String me() {
        return "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name") + " on " + host()
                + ", since " + LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new GradebookException("The gradebook's lock could not be given back: " + e.getMessage());
        }
    }
}
