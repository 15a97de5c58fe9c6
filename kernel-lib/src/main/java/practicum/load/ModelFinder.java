package practicum.load;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import practicum.hub.Hub;
import practicum.hub.HubCache;
import practicum.hub.HubException;
import practicum.hub.HubSettings;
import practicum.hub.RepoId;
import practicum.hub.Revision;
import practicum.hub.Snapshot;
import practicum.token.EditDistance;

/** Finds a model's folder: a local one, a shipped one, one in the Hugging Face cache, else one from the hub. */
final class ModelFinder {
    private static final int CLOSE = 2;
    private static final String SWITCHES = "HF_HUB_OFFLINE, TRANSFORMERS_OFFLINE or -D" + HubSettings.OFFLINE_PROPERTY;

    private final ModelSource source;

    ModelFinder(ModelSource source) {
        this.source = source;
    }

    /** The folder, if no network is needed to have it. */
    Optional<ModelFolder> here() {
        return own().or(() ->
                cached().filter(Snapshot::isWhole).map(Snapshot::folder).map(ModelFolder::new));
    }

    /** The folder, downloaded if need be. */
    ModelFolder find() {
        Optional<ModelFolder> found = source.isRefreshed() ? own() : here();
        if (found.isPresent()) {
            return found.get();
        }
        RepoId repo = repo().orElseThrow(this::noSuchFolder);
        if (source.settings().offline()) {
            throw here().isPresent() ? cannotRefresh() : offline(repo);
        }
        try {
            return new ModelFolder(
                    new Hub(source.settings()).download(repo, revision()).folder());
        } catch (HubException e) {
            throw new LoadException(e.getMessage() + suggestion(), e);
        }
    }

    /** A folder of the reader's or of the library's. */
    private Optional<ModelFolder> own() {
        boolean isNamedWhole = !source.bareName().equals(source.name()) && holdsModel(source.name());
        return isNamedWhole
                ? local(source.name()).map(ModelFolder::new)
                : local(source.bareName())
                        .filter(ModelFolder::holdsModel)
                        .or(() -> ShippedModels.find(source.bareName()))
                        .map(ModelFolder::new)
                        .map(this::atCheckpoint);
    }

    private ModelFolder atCheckpoint(ModelFolder folder) {
        return source.revision().map(at -> folder.at(at.toString())).orElse(folder);
    }

    private static boolean holdsModel(String name) {
        return local(name).filter(ModelFolder::holdsModel).isPresent();
    }

    private static Optional<Path> local(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Snapshot> cached() {
        return repo().flatMap(repo -> new HubCache(source.settings().cache()).find(repo, revision()));
    }

    /** The name on the hub; empty where it can only be meant as a folder. */
    private Optional<RepoId> repo() {
        return Optional.of(source.bareName()).filter(RepoId::isLegal).map(RepoId::new);
    }

    private Revision revision() {
        return source.revision().orElse(Revision.MAIN);
    }

    private LoadException noSuchFolder() {
        String what = local(source.name()).isPresent()
                ? "The folder " + source.name() + " has no config.json"
                : "There is no folder " + source.name();
        return new LoadException(what + ", and the name is none of a shipped model " + ShippedModels.NAMES
                + " or of one on the hub, which is written owner/name." + suggestion());
    }

    private LoadException cannotRefresh() {
        return new LoadException(
                "Whether there is a newer " + source.bareName() + " cannot be asked while the network is"
                        + " switched off (" + SWITCHES + "): load it without refreshed().");
    }

    /** One sentence that says which files to put where. */
    private LoadException offline(RepoId repo) {
        String lacking = cached().map(found -> ", of which the cache lacks " + String.join(" and ", found.missing()))
                .orElse("");
        return new LoadException("\"" + source.bareName()
                + "\" is not on this machine, where the network is switched off (" + SWITCHES
                + "), so put its config.json, model.safetensors (or its model.safetensors.index.json and all files that"
                + " it names) and tokenizer.json from " + source.settings().endpoint() + "/" + repo + "/tree/"
                + revision()
                + lacking + " into a folder and load that folder by its path, or copy "
                + new HubCache(source.settings().cache()).folderOf(repo) + " from a machine that has it; shipped are "
                + ShippedModels.NAMES + "." + suggestion());
    }

    private String suggestion() {
        return ShippedModels.NAMES.stream()
                .filter(name -> EditDistance.between(source.bareName(), name) <= CLOSE)
                .findFirst()
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
    }
}
