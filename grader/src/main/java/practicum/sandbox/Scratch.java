package practicum.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The folders that a confined process may write to, looked at from outside.
 *
 * @param folders where this process finds them
 */
public record Scratch(List<Path> folders) {
    /** What counts as full: nobody fits a file's last page into the rest. */
    private static final long REST = 64 << 10;

    /** Keeps a copy of the list. */
    public Scratch {
        folders = List.copyOf(folders);
    }

    /** The folder that has no room left, in a few words; each folder is a file system of its own. */
    public Optional<String> full() {
        for (Path folder : folders) {
            // Not by way of a FileStore, which looks for the folder among this process's own mounts.
            File seen = folder.toFile();
            long all = seen.getTotalSpace();
            if (all > 0 && seen.getFreeSpace() < REST) {
                return Optional.of("filled the %d MiB of a folder that it may write to".formatted(all >> 20));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether there are more files and folders than this; no more than that are looked at. A folder that its owner has
     * closed could hold any number.
     */
    public boolean holdsMoreThan(int most) {
        Count count = new Count(most);
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, count);
            } catch (IOException e) {
                // What cannot be listed counts as what it is: one.
            }
        }
        return count.found > most;
    }

    /** Whether all folders can be looked at from here. */
    boolean isVisible() {
        return !folders.isEmpty() && folders.stream().allMatch(Files::isDirectory);
    }

    private static final class Count extends SimpleFileVisitor<Path> {
        private final int most;
        private int found;

        Count(int most) {
            this.most = most;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return next();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof AccessDeniedException) {
                found = most;
            }
            return next();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult next() {
            return ++found > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
