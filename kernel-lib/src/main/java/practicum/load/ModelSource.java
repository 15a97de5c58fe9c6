package practicum.load;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.hub.HubSettings;
import practicum.hub.Revision;

/**
 * Which model to load: its name, and where it comes from the hub, at which revision.
 *
 * <pre>{@code
 * Models.load(ModelSource.of("EleutherAI/pythia-70m").at("step1000"));   // or "EleutherAI/pythia-70m@step1000"
 * Models.load(ModelSource.of("gpt2").refreshed());                       // asks the hub whether there is a newer one
 * }</pre>
 */
public final class ModelSource {
    private final String name;
    private final @Nullable Revision revision;
    private final boolean refreshed;
    private final @Nullable HubSettings settings;

    private ModelSource(String name, @Nullable Revision revision, boolean refreshed, @Nullable HubSettings settings) {
        this.name = name;
        this.revision = revision;
        this.refreshed = refreshed;
        this.settings = settings;
    }

    /**
     * A model by its name: a folder, a shipped model, or a name on the Hugging Face hub, then perhaps with a revision as
     * in {@code "EleutherAI/pythia-70m@step1000"}.
     */
    public static ModelSource of(String name) {
        if (name == null || name.isBlank()) {
            throw new LoadException("Name a model: a folder, a shipped one " + ShippedModels.NAMES
                    + ", or one on the hub, such as \"gpt2\".");
        }
        return new ModelSource(name, null, false, null);
    }

    /** The model as it was at a branch, a tag or a commit; without this, the hub's {@code main}. */
    public ModelSource at(String branchTagOrCommit) {
        return new ModelSource(bareName(), revision(branchTagOrCommit), refreshed, settings);
    }

    /** The model as the hub has it now, even where the cache holds one. */
    public ModelSource refreshed() {
        return new ModelSource(name, revision, true, settings);
    }

    /** The model from another hub or cache, or with another token, than those of this process. */
    public ModelSource from(HubSettings other) {
        return new ModelSource(name, revision, refreshed, other);
    }

    /** What was asked for, as it was written. */
    String name() {
        return name;
    }

    /** Without the revision that the name may end in. */
    String bareName() {
        int at = name.lastIndexOf('@');
        return revision == null && at > 0 ? name.substring(0, at) : name;
    }

    Optional<Revision> revision() {
        return revision != null || bareName().equals(name)
                ? Optional.ofNullable(revision)
                : Optional.of(revision(name.substring(bareName().length() + 1)));
    }

    boolean isRefreshed() {
        return refreshed;
    }

    HubSettings settings() {
        return Objects.requireNonNullElseGet(settings, HubSettings::ofThisMachine);
    }

    /** What the loaded model is called: {@code pythia-70m@step1000}. */
    String shortName() {
        String bare = bareName();
        return bare.substring(bare.lastIndexOf('/') + 1)
                + revision().map(at -> "@" + at).orElse("");
    }

    @Override
    public String toString() {
        return bareName() + revision().map(at -> "@" + at).orElse("") + (refreshed ? ", refreshed" : "");
    }

    private static Revision revision(String text) {
        try {
            return new Revision(text);
        } catch (IllegalArgumentException e) {
            throw new LoadException(e.getMessage() + ".", e);
        }
    }
}
