package practicum.hub;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The Hugging Face cache: a folder {@code models--owner--name} for each model, shared with Python's
 * {@code huggingface_hub}.
 *
 * @param folder the cache's folder, which ends in {@code hub} as a rule
 */
public record HubCache(Path folder) {
    /** What the cache holds of a model at a revision, whole or not; looked for under its old name too. */
    public Optional<Snapshot> find(RepoId repo, Revision revision) {
        Optional<Snapshot> partial = Optional.empty();
        for (String name : repo.names().toList()) {
            Optional<Snapshot> found = RepoFolder.of(folder, name).snapshot(revision);
            if (found.filter(Snapshot::isWhole).isPresent()) {
                return found;
            }
            partial = partial.or(() -> found);
        }
        return partial;
    }

    /** Where the cache has, or would have, a model. */
    public Path folderOf(RepoId repo) {
        return RepoFolder.of(folder, repo.value()).folder();
    }
}
