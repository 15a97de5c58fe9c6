package practicum.inbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive from strangers, unpacked where it can do no harm: only what may be a submission, only into its own
 * folder, as plain files, and no more of it than there is room for. What is refused is named; the rest is unpacked.
 *
 * @param folder where it lies until this program ends
 * @param refused what was not unpacked, by the first part of its path, with the reason
 */
record Archive(Path folder, Map<String, String> refused) {
    private static final Pattern WANTED = Pattern.compile(".*\\.(ipynb|zip|yml)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ENTRIES = 200_000;
    private static final int DEEPEST = 8;
    /** As much as the reader of notebooks takes. */
    private static final long LARGEST_FILE = 64L << 20;

    /** Beyond this many times its packed size, and a mebibyte, a file is made to burst. */
    private static final long RATIO = 200;

    private static final long LARGEST = 16L << 30;
    private static final int LONGEST_NAME = 200;
    private static final long TOO_LARGE = -1;
    private static final long DAMAGED = -2;

    Archive {
        refused = Map.copyOf(refused);
    }

    /**
     * Unpacks an archive.
     *
     * @throws IOException where it cannot be read as one
     */
    static Archive unpack(Path file) throws IOException {
        Path folder = temporary();
        Map<String, String> refused = new LinkedHashMap<>();
        try (ZipFile zip = open(file)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new IOException("it has " + zip.size() + " entries, more than " + MOST_ENTRIES);
            }
            Set<String> taken = new HashSet<>();
            long left = LARGEST;
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                boolean wanted = WANTED.matcher(name).matches();
                String problem = problem(entry, taken);
                if (problem == null && !wanted) {
                    empty(folder.resolve(name));
                } else if (problem == null) {
                    long size = copy(zip, entry, folder.resolve(name));
                    left -= Math.max(0, size);
                    problem = size == TOO_LARGE
                            ? "it unpacks to more than it may"
                            : size == DAMAGED ? "it is damaged, or locked by a password" : null;
                }
                if (problem != null && wanted) {
                    refused.putIfAbsent(first(name), show(name) + " was not unpacked: " + problem + ".");
                }
                if (left < 0) {
                    throw new IOException("it unpacks to more than " + (LARGEST >> 30) + " GiB");
                }
            }
        } catch (InvalidPathException e) {
            throw new IOException(
                    "in the language that this program was started in, no file can be named " + show(e.getInput())
                            + ": start it with LC_ALL=C.UTF-8",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException("its names are not UTF-8", e);
        }
        return new Archive(folder, refused);
    }

    /** Names are UTF-8 or, where they come from an old Windows, code page 437, as the format has it. */
    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), Charset.forName("IBM437"));
        }
    }

    private static @Nullable String problem(ZipEntry entry, Set<String> taken) {
        String name = entry.getName();
        List<String> parts = List.of(name.split("/", -1));
        if (name.contains("\\") || name.contains(":") || name.chars().anyMatch(c -> c < ' ')) {
            return "its name holds characters that no submission needs";
        } else if (parts.contains("..") || parts.contains(".") || parts.contains("")) {
            return "its name leads to another folder";
        } else if (parts.size() > DEEPEST) {
            return "it lies more than " + DEEPEST + " folders deep";
        } else if (parts.stream().anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)) {
            return "its name is too long";
        }
        return isTaken(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), taken)
                ? "another file has the same name, but for upper and lower case"
                : null;
    }

    /** Whether a file has this name or that of a folder on the way to it; folders' names end with a slash. */
    private static boolean isTaken(String name, Set<String> taken) {
        if (taken.contains(name + "/") || !taken.add(name)) {
            return true;
        }
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (taken.contains(name.substring(0, slash))) {
                return true;
            }
            taken.add(name.substring(0, slash + 1));
        }
        return false;
    }

    /** What is no submission leaves its name, so that its owner is not forgotten. */
    private static void empty(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.createFile(target);
    }

    /** Copies one entry; returns its size, or why nothing is left of it. */
    private static long copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        try {
            return inflate(zip, entry, target);
        } catch (ZipException | EOFException e) {
            Files.deleteIfExists(target);
            return DAMAGED;
        }
    }

    private static long inflate(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        long packed = Math.max(0, entry.getCompressedSize());
        long most = Math.min(LARGEST_FILE, (1 << 20) + RATIO * packed);
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry);
                var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > most) {
                    Files.delete(target);
                    return TOO_LARGE;
                }
                out.write(buffer, 0, count);
            }
            FileTime changed = entry.getLastModifiedTime();
            if (changed != null) {
                Files.setLastModifiedTime(target, changed);
            }
            return size;
        }
    }

    /** The first folder or file of a name that may be made to mislead. */
    private static String first(String name) {
        return Stream.of(name.split("[/\\\\]"))
                .filter(part -> !part.isEmpty() && !part.equals("..") && !part.equals("."))
                .findFirst()
                .orElse(name);
    }

    private static String show(String name) {
        String plain = name.replaceAll("\\p{C}", "·");
        return plain.length() <= 120 ? plain : plain.substring(0, 120) + "…";
    }

    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("practicum-inbox-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // It lies among temporary files, where the machine clears up.
        }
    }
}
