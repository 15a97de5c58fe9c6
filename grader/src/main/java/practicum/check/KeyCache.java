package practicum.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import practicum.answer.AnswerException;
import practicum.source.Digest;
import practicum.source.Practicum;
import practicum.source.PracticumWriter;

/** Answer keys on disk, each under a digest of all that it follows from: the source, the library, and its jars. */
public final class KeyCache {
    /** Changes when a key's meaning or form does. */
    private static final String FORM = "2";

    private final Path folder;
    private final List<Path> classPath;

    /**
     * A cache.
     *
     * @param folder where the keys lie; made when the first one is
     * @param classPath what the solution runs with, the library's own jar first
     */
    public KeyCache(Path folder, List<Path> classPath) {
        this.folder = folder;
        this.classPath = List.copyOf(classPath);
    }

    /** The key of a practicum, computed only where it is not known. */
    public AnswerKey get(Practicum practicum, Supplier<AnswerKey> computed) {
        try {
            Path file = file(practicum);
            Optional<AnswerKey> known = read(file);
            if (known.isPresent()) {
                return known.get();
            }
            var key = computed.get();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "key", ".tmp");
            Files.writeString(draft, AnswerKeyJson.write(key));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the answer key in " + folder, e);
        }
    }

    /** The key of a practicum where it is known already. */
    public Optional<AnswerKey> known(Practicum practicum) {
        try {
            return read(file(practicum));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answer key in " + folder, e);
        }
    }

    private Path file(Practicum practicum) throws IOException {
        return folder.resolve(practicum.expectedName() + "-" + digest(practicum) + ".json");
    }

    private static Optional<AnswerKey> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(AnswerKeyJson.read(Files.readString(file)));
        } catch (AnswerException e) {
            Files.delete(file);
            return Optional.empty();
        }
    }

    private String digest(Practicum practicum) throws IOException {
        var about = new StringBuilder(FORM).append('\n');
        about.append(PracticumWriter.write(practicum)).append('\n');
        about.append("variant ").append(practicum.chosenVariant()).append('\n');
        for (Path entry : classPath) {
            about.append(entry.getFileName())
                    .append(' ')
                    .append(Files.size(entry))
                    .append('\n');
        }
        about.append(library());
        return Digest.sha256(about.toString()).substring(0, 24);
    }

    /** The library's content, models included; the jars that it needs are known by name and size. */
    private String library() throws IOException {
        try (var in = Files.newInputStream(classPath.get(0))) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
