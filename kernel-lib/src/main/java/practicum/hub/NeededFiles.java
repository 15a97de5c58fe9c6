package practicum.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import practicum.hub.HubException.Reason;

/** Finds out which files of a model have to be downloaded: its configuration, weights and tokenizer. */
final class NeededFiles {
    private static final List<String> OPTIONAL =
            List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "generation_config.json");
    private static final List<String> PICKLES = List.of("pytorch_model.bin", "pytorch_model.bin.index.json");

    /** Does the tasks, several at a time. */
    interface Work {
        <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException;

        /** Downloads a small file at once, because it names others. */
        void fetch(RemoteFile file) throws InterruptedException;
    }

    private final HubSettings settings;
    private final RepoId repo;
    private final RemoteModel model;
    private final RepoFolder folder;
    private final Work work;

    NeededFiles(HubSettings settings, RepoId repo, RemoteModel model, RepoFolder folder, Work work) {
        this.settings = settings;
        this.repo = repo;
        this.model = model;
        this.folder = folder;
        this.work = work;
    }

    /** The files, all at one commit. */
    List<RemoteFile> find() throws InterruptedException {
        RemoteFile config = model.file(Snapshot.CONFIG).orElseThrow(this::noConfig);
        String commit = config.commit();
        List<RemoteFile> files = new ArrayList<>();
        files.add(config);
        files.addAll(weights(commit));
        present(commit, OPTIONAL).forEach(found -> found.ifPresent(files::add));
        return files;
    }

    private List<RemoteFile> weights(String commit) throws InterruptedException {
        Optional<RemoteFile> single = present(commit, Snapshot.WEIGHTS);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        RemoteFile index = present(commit, Snapshot.INDEX).orElse(null);
        if (index == null) {
            throw noWeights(commit);
        }
        work.fetch(index);
        List<String> names = ShardIndex.read(folder.pointer(commit, Snapshot.INDEX));
        List<Optional<RemoteFile>> shards = present(commit, names);
        for (int i = 0; i < names.size(); i++) {
            if (shards.get(i).isEmpty()) {
                throw unusable("names " + names.get(i) + " in its " + Snapshot.INDEX + ", but has no such file.");
            }
        }
        List<RemoteFile> files = new ArrayList<>(List.of(index));
        shards.forEach(shard -> files.add(shard.orElseThrow()));
        return files;
    }

    private Optional<RemoteFile> present(String commit, String name) throws InterruptedException {
        return present(commit, List.of(name)).get(0);
    }

    private List<Optional<RemoteFile>> present(String commit, List<String> names) throws InterruptedException {
        List<Callable<Optional<RemoteFile>>> tasks = new ArrayList<>();
        names.forEach(name -> tasks.add(() -> ask(commit, name)));
        return work.all(tasks);
    }

    private Optional<RemoteFile> ask(String commit, String name) throws InterruptedException {
        Optional<RemoteFile> found = model.fileAt(commit, name);
        if (found.isEmpty()) {
            try {
                folder.rememberMissing(commit, name);
            } catch (IOException e) {
                throw RepoFolder.unusable(folder.folder(), e);
            }
        }
        return found;
    }

    private HubException noConfig() {
        return unusable("has no config.json, so it is not a model of the transformers library.");
    }

    private HubException noWeights(String commit) throws InterruptedException {
        for (Optional<RemoteFile> pickle : present(commit, PICKLES)) {
            if (pickle.isPresent()) {
                return unusable("has its weights only in " + pickle.get().name()
                        + ", a pickle, which can run any code when it is read, so it is refused. Look for a pull request"
                        + " that adds safetensors at " + settings.page(repo) + "/discussions and load that revision, as"
                        + " in \"" + repo + "@refs/pr/1\", or convert the model with Python's safetensors.");
            }
        }
        return unusable("has no weights in safetensors: neither " + Snapshot.WEIGHTS + " nor " + Snapshot.INDEX + ".");
    }

    private HubException unusable(String why) {
        return new HubException(Reason.UNUSABLE_MODEL, repo + " on " + settings.endpoint() + " " + why);
    }
}
