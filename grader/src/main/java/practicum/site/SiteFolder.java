package practicum.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of a site on the disk. It lists its own files in one of them, so that a later site takes this one's pages
 * away, solutions among them, and leaves everything else in the folder alone.
 */
final class SiteFolder {
    /** The list of the site's files. */
    static final String LIST = "site-files.txt";

    private final Path folder;

    SiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Throws where the folder may hold somebody's work: it must be new, empty, or an earlier site. */
    void requireOurs() {
        try {
            if (Files.exists(folder) && !Files.exists(folder.resolve(LIST)) && !isEmpty()) {
                throw new SiteException(folder + " is there already and is no site, and may hold somebody's work."
                        + " Name another folder with --out, or delete that one.");
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes these files, and takes those of an earlier site away that are not among them. */
    void write(SortedMap<String, byte[]> files) {
        requireOurs();
        try {
            Files.createDirectories(folder);
            Set<String> before = listed();
            for (String path : files.keySet()) {
                if (!before.contains(path) && Files.exists(folder.resolve(path))) {
                    throw new SiteException(folder.resolve(path) + " is not of an earlier site. Move it away, or name"
                            + " another folder with --out.");
                }
            }
            // Listed before it is there: what an interruption leaves is known to be ours.
            Set<String> both = new TreeSet<>(before);
            both.addAll(files.keySet());
            put(LIST, list(both));
            for (String path : before) {
                if (!files.containsKey(path)) {
                    remove(path);
                }
            }
            for (var file : files.entrySet()) {
                put(file.getKey(), file.getValue());
            }
            put(LIST, list(files.keySet()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Set<String> listed() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return Set.of();
        }
        Set<String> paths = new LinkedHashSet<>();
        for (String path : Files.readAllLines(list)) {
            if (!Address.resolve(path, LIST).equals(path) || path.equals(LIST)) {
                throw new SiteException(
                        list + " lists \"" + path + "\", which is no file of a site. Delete the folder.");
            }
            paths.add(path);
        }
        return paths;
    }

    private static byte[] list(Set<String> paths) {
        return (String.join("\n", paths) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void put(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a file away, and the folders that it leaves empty. */
    private void remove(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.deleteIfExists(file);
        for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (!Files.isDirectory(above)) {
                continue;
            }
            try (Stream<Path> entries = Files.list(above)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(above);
        }
    }

    private SiteException unwritable(IOException e) {
        return new SiteException("Cannot write the site to " + folder + ": " + e + ".");
    }
}
