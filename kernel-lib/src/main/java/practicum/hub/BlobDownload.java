package practicum.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Downloads one file into the cache. What arrives is kept in {@code blobs/ETAG.incomplete}, where the next attempt goes
 * on, also that of another process; it becomes {@code blobs/ETAG} when its length and checksum are right.
 */
final class BlobDownload {
    private static final int BUFFER = 1 << 17;

    private final HubHttp http;
    private final Retries retries;
    private final RemoteModel model;
    private final RemoteFile file;
    private final RepoFolder folder;
    private final Path blob;
    private final Path incomplete;
    private final LongConsumer arrived;
    private final boolean needed;
    private final long keptBefore;
    private @Nullable String validator;
    private @Nullable MessageDigest digest;

    /** @param arrived is told how many bytes have come, or less than zero where they must come again */
    BlobDownload(
            HubHttp http,
            Retries retries,
            RemoteModel model,
            RemoteFile file,
            RepoFolder folder,
            LongConsumer arrived) {
        this.http = http;
        this.retries = retries;
        this.model = model;
        this.file = file;
        this.folder = folder;
        this.blob = folder.blob(file.etag());
        this.incomplete = blob.resolveSibling(blob.getFileName() + ".incomplete");
        this.arrived = arrived;
        this.needed = !isThere();
        this.keptBefore = kept();
    }

    /** The file's length, or 0 where the cache has it already. */
    long size() {
        return needed ? file.size() : 0;
    }

    /** How many of its bytes an earlier attempt has left. */
    long keptBefore() {
        return needed ? keptBefore : 0;
    }

    /** Downloads the file, unless it is there, and puts it into the snapshot. */
    void run(Runnable waiting) throws InterruptedException {
        try (BlobLock lock = BlobLock.take(folder.lock(file.etag()), waiting)) {
            boolean isNew = !isThere();
            if (isNew) {
                Files.createDirectories(Objects.requireNonNull(blob.getParent()));
                arrived.accept(kept() - keptBefore);
                fetch();
                Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
            } else if (needed) {
                arrived.accept(file.size() - keptBefore);
            }
            if (Files.exists(blob)) {
                folder.point(file.commit(), file.name(), file.etag(), isNew);
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw RepoFolder.unusable(blob, e);
        }
    }

    private void fetch() throws IOException, InterruptedException {
        for (int times = 1; ; times++) {
            retries.run(this::attempt, () -> length(incomplete));
            if (file.checksum().matches(Objects.requireNonNull(digest))) {
                return;
            }
            startOver();
            if (times == 2) {
                throw new HubException(
                        HubException.Reason.DAMAGED,
                        file.name() + " arrived twice with another content than the hub announces: its checksum is not "
                                + file.etag() + ". Something between here and the hub changes or mixes up files: try"
                                + " another network or proxy.");
            }
        }
    }

    private boolean attempt() throws IOException, InterruptedException {
        digest = file.checksum().start();
        long have = feed(digest);
        if (have == file.size() && Files.exists(incomplete)) {
            return true;
        }
        HttpResponse<InputStream> answer = http.get(model.address(file), rangeFrom(have));
        try (InputStream body = http.body(answer)) {
            if (answer.statusCode() == 416) {
                startOver();
                throw new IOException("the server has no byte " + have);
            }
            if (answer.statusCode() != 200 && answer.statusCode() != 206) {
                throw model.refusal(answer);
            }
            if (have > 0 && !continuesAt(have, answer)) {
                startOver();
                digest = file.checksum().start();
            }
            validator = strongEtag(answer);
            save(body, digest);
        }
        if (length(incomplete) < file.size()) {
            throw new IOException("the connection ended after " + length(incomplete) + " of " + file.size() + " bytes");
        }
        return true;
    }

    private boolean isThere() {
        return Files.exists(blob) || Files.exists(folder.pointer(file.commit(), file.name()));
    }

    private long kept() {
        long length = length(incomplete);
        return length <= file.size() ? length : 0;
    }

    /** What is there already also counts for the checksum. */
    private long feed(MessageDigest into) throws IOException {
        if (kept() == 0) {
            Files.deleteIfExists(incomplete);
            return 0;
        }
        try (InputStream kept = Files.newInputStream(incomplete)) {
            byte[] buffer = new byte[BUFFER];
            long have = 0;
            for (int n = kept.read(buffer); n >= 0; n = kept.read(buffer)) {
                into.update(buffer, 0, n);
                have += n;
            }
            return have;
        }
    }

    /** Only this server's own word for the content can guard the range: the hub's etag is not the one of its store. */
    private Map<String, String> rangeFrom(long have) {
        Map<String, String> headers = new HashMap<>();
        if (have > 0) {
            headers.put("Range", "bytes=" + have + "-");
            if (validator != null) {
                headers.put("If-Range", validator);
            }
        }
        return headers;
    }

    private static boolean continuesAt(long have, HttpResponse<?> answer) {
        return answer.statusCode() == 206
                && answer.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes " + have + "-"))
                        .isPresent();
    }

    private static @Nullable String strongEtag(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("ETag")
                .filter(etag -> etag.startsWith("\""))
                .orElse(null);
    }

    private void save(InputStream body, MessageDigest into) throws IOException {
        try (OutputStream out = new DiskStream(incomplete)) {
            byte[] buffer = new byte[BUFFER];
            long room = file.size() - length(incomplete);
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                if (n > room) {
                    throw tooLong();
                }
                out.write(buffer, 0, n);
                into.update(buffer, 0, n);
                arrived.accept(n);
                room -= n;
            }
        }
    }

    private HubException tooLong() {
        return new HubException(
                HubException.Reason.DAMAGED,
                file.name() + " is longer than the " + file.size()
                        + " bytes that the hub announces: load again, and if that does not help, try another network or"
                        + " proxy.");
    }

    private void startOver() throws IOException {
        arrived.accept(-length(incomplete));
        Files.deleteIfExists(incomplete);
        validator = null;
    }

    private static long length(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
