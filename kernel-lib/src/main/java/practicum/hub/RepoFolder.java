package practicum.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One model's folder in the cache.
 *
 * <pre>
 * models--owner--name/
 *   blobs/ETAG                  a file's content
 *   snapshots/COMMIT/FILE       a link to ../../blobs/ETAG
 *   refs/REVISION               the commit that a branch or tag stood for
 *   .no_exist/COMMIT/FILE       empty: the model has no such file
 * .locks/models--owner--name/ETAG.lock
 * </pre>
 *
 * @param folder the folder
 * @param locks the folder of its locks
 * @param linker how links are made
 */
record RepoFolder(Path folder, Path locks, Linker linker) {
    private static final Pattern ETAG = Pattern.compile("\\w[\\w.-]*");

    /** Makes a link. */
    @FunctionalInterface
    interface Linker {
        void link(Path link, Path target) throws IOException;
    }

    static RepoFolder of(Path cache, String repo) {
        return of(cache, repo, Files::createSymbolicLink);
    }

    static RepoFolder of(Path cache, String repo, Linker linker) {
        String name = "models--" + repo.replace("/", "--");
        return new RepoFolder(cache.resolve(name), cache.resolve(".locks").resolve(name), linker);
    }

    Path blob(String etag) {
        if (!ETAG.matcher(etag).matches()) {
            throw new HubException(
                    HubException.Reason.DAMAGED, "The hub names a file's content \"" + etag + "\", which is no etag.");
        }
        return folder.resolve("blobs").resolve(etag);
    }

    Path lock(String etag) {
        return locks.resolve(blob(etag).getFileName() + ".lock");
    }

    Path snapshot(String commit) {
        return folder.resolve("snapshots").resolve(commit);
    }

    Optional<Snapshot> snapshot(Revision revision) {
        return commit(revision).map(this::snapshot).filter(Files::isDirectory).map(Snapshot::new);
    }

    /** A file of a snapshot. */
    Path pointer(String commit, String file) {
        return inside(snapshot(commit), file);
    }

    /** The commit that a revision stood for when it was last asked for. */
    private Optional<String> commit(Revision revision) {
        Path ref = ref(revision);
        if (!Files.isRegularFile(ref)) {
            return revision.isCommit() ? Optional.of(revision.value()) : Optional.empty();
        }
        try {
            return Optional.of(Files.readString(ref).strip()).filter(Revision::isCommit);
        } catch (IOException e) {
            throw unusable(ref, e);
        }
    }

    /** Notes which commit a branch or tag stands for. */
    void remember(Revision revision, String commit) throws IOException {
        if (revision.value().equals(commit)) {
            return;
        }
        Path ref = ref(revision);
        Files.createDirectories(parent(ref));
        Path written = Files.createTempFile(parent(ref), ".", ".new");
        try {
            Files.writeString(written, commit);
            Files.move(written, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Notes that a commit has no such file. */
    void rememberMissing(String commit, String file) throws IOException {
        Path mark = inside(folder.resolve(".no_exist").resolve(commit), file);
        Files.createDirectories(parent(mark));
        if (!Files.exists(mark)) {
            Files.writeString(mark, "");
        }
    }

    /** Puts a blob into a snapshot; where links are impossible, the file itself if it is new, else a copy. */
    void point(String commit, String file, String etag, boolean isNew) throws IOException {
        Path pointer = pointer(commit, file);
        if (Files.exists(pointer)) {
            return;
        }
        Files.createDirectories(parent(pointer));
        Files.deleteIfExists(pointer); // a link to nothing
        Path blob = blob(etag);
        try {
            linker.link(pointer, parent(pointer).relativize(blob));
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, and it is the same content.
        } catch (IOException | UnsupportedOperationException e) {
            if (isNew) {
                Files.move(blob, pointer);
            } else {
                Files.copy(blob, pointer);
            }
        }
    }

    static HubException unusable(Path path, IOException failure) {
        return new HubException(
                HubException.Reason.NO_ROOM,
                "The cache cannot be used at " + path + ": " + Failure.words(failure)
                        + ". Mend that, or name another cache with HF_HUB_CACHE.",
                failure);
    }

    private Path ref(Revision revision) {
        return inside(folder.resolve("refs"), revision.value());
    }

    private static Path inside(Path folder, String file) {
        Path path = folder.resolve(file).normalize();
        if (!path.startsWith(folder.normalize()) || path.equals(folder.normalize()) || file.contains("\\")) {
            throw new HubException(
                    HubException.Reason.DAMAGED, "The model names a file outside of its folder: \"" + file + "\".");
        }
        return path;
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }
}
