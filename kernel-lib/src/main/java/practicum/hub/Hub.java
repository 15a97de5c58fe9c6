package practicum.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import practicum.hub.HubException.Reason;
import practicum.progress.Progress;

/**
 * The Hugging Face hub, from which models are downloaded into the cache.
 *
 * <p>A download asks for headers first, pins the commit that the revision stands for, and fetches several files at a
 * time. It resumes what an earlier one has left, verifies every file, and changes the revision's commit in the cache
 * only when all is there.
 */
public final class Hub {
    private final HubSettings settings;
    private final Retries.Pause pause;

    /** The hub that the settings name. */
    public Hub(HubSettings settings) {
        this(settings, time -> Thread.sleep(time.toMillis()));
    }

    Hub(HubSettings settings, Retries.Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /**
     * Downloads what a model needs, as far as the cache lacks it.
     *
     * @return the model in the cache
     * @throws HubException if the model cannot be had; what has arrived is kept for the next time
     */
    public Snapshot download(RepoId repo, Revision revision) {
        if (settings.offline()) {
            throw new IllegalStateException(
                    "The network is switched off, and " + repo + " was asked for all the same.");
        }
        try (HubHttp http = new HubHttp(settings)) {
            return new Download(http, repo, revision).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException(
                    Reason.INTERRUPTED,
                    "The download of " + repo + " was interrupted: load it again to go on where it stopped.",
                    e);
        }
    }

    private final class Download {
        private final HubHttp http;
        private final RepoId repo;
        private final Revision revision;
        private final RepoFolder folder;

        Download(HubHttp http, RepoId repo, Revision revision) {
            this.http = http;
            this.repo = repo;
            this.revision = revision;
            this.folder = RepoFolder.of(settings.cache(), repo.value());
        }

        Snapshot run() throws InterruptedException {
            List<RemoteFile> files;
            try (Progress asking =
                    Progress.start("Asking " + settings.endpoint().getHost() + " for " + repo, 0)) {
                files = find(asking);
            }
            List<RemoteFile> found = files;
            List<BlobDownload> planned = downloads(found, none -> {}, remark -> {});
            long total = planned.stream().mapToLong(BlobDownload::size).sum();
            long kept = planned.stream().mapToLong(BlobDownload::keptBefore).sum();
            requireRoom(total - kept);
            try (Progress progress = Progress.ofBytes("Downloading " + repo, total, kept)) {
                fetch(downloads(found, bytes -> move(progress, bytes), progress::note), progress);
            }
            return finish(found.get(0).commit());
        }

        private List<RemoteFile> find(Progress asking) throws InterruptedException {
            Retries retries = retries(asking::note);
            RemoteModel model = model(retries);
            return new NeededFiles(settings, repo, model, folder, new NeededFiles.Work() {
                        @Override
                        public <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
                            return Parallel.all(tasks, http::close);
                        }

                        @Override
                        public void fetch(RemoteFile file) throws InterruptedException {
                            Download.this.fetch(
                                    List.of(new BlobDownload(http, retries, model, file, folder, none -> {})), asking);
                        }
                    })
                    .find();
        }

        private List<BlobDownload> downloads(List<RemoteFile> files, LongConsumer arrived, Consumer<String> remarks) {
            Retries retries = retries(remarks);
            RemoteModel model = model(retries);
            return files.stream()
                    .map(file -> new BlobDownload(http, retries, model, file, folder, arrived))
                    .toList();
        }

        private void fetch(List<BlobDownload> downloads, Progress progress) throws InterruptedException {
            AtomicInteger ready = new AtomicInteger();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (BlobDownload download : downloads) {
                tasks.add(() -> {
                    download.run(() -> progress.note("waiting for another download"));
                    progress.note(ready.incrementAndGet() + " of " + downloads.size() + " files");
                    return true;
                });
            }
            Parallel.all(tasks, http::close);
        }

        private Snapshot finish(String commit) {
            try {
                folder.remember(revision, commit);
            } catch (IOException e) {
                throw RepoFolder.unusable(folder.folder(), e);
            }
            return new Snapshot(folder.snapshot(commit));
        }

        private void requireRoom(long bytes) {
            try {
                Files.createDirectories(folder.folder());
                long free = Files.getFileStore(folder.folder()).getUsableSpace();
                if (bytes > free) {
                    throw new HubException(
                            Reason.NO_ROOM,
                            "%s needs %,d MB more on the disk of %s, where %,d MB are free. Make room, or name a cache on another disk with HF_HUB_CACHE."
                                    .formatted(repo, bytes / 1_000_000 + 1, settings.cache(), free / 1_000_000));
                }
            } catch (IOException e) {
                throw RepoFolder.unusable(folder.folder(), e);
            }
        }

        private RemoteModel model(Retries retries) {
            return new RemoteModel(settings, http, retries, repo, revision);
        }

        private Retries retries(Consumer<String> remarks) {
            return new Retries(settings.patience(), settings.endpoint(), pause, remarks);
        }
    }

    private static void move(Progress progress, long bytes) {
        if (bytes >= 0) {
            progress.advance(bytes);
        } else {
            progress.setBack(-bytes);
        }
    }
}
