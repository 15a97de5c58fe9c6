package practicum.load;

import java.nio.file.Path;
import java.util.List;
import practicum.model.Transformer;

/**
 * Finds a model by name and loads it: from a folder on this machine, from those that ship with the library, from the
 * Hugging Face cache, or from the Hugging Face hub, in that order. The network is touched only for a name that none of
 * the first three has, and not at all with {@code HF_HUB_OFFLINE=1} or {@code -Dpracticum.offline=true}.
 */
public final class Models {
    /** The models that ship inside the library. */
    public static final List<String> SHIPPED = ShippedModels.NAMES;

    private Models() {}

    /**
     * Loads a model.
     *
     * @param name a folder, a shipped model such as {@code "world"}, or a Hugging Face name such as {@code "gpt2"},
     *     perhaps with a revision as in {@code "EleutherAI/pythia-70m@step1000"}
     * @throws LoadException if there is none of that name, or it cannot be had or not be understood entirely
     */
    public static Transformer load(String name) {
        return load(ModelSource.of(name));
    }

    /**
     * Loads a model.
     *
     * @throws LoadException if there is none, or it cannot be had or not be understood entirely
     */
    public static Transformer load(ModelSource source) {
        return new ModelFinder(source).find().load(source.shortName());
    }

    /**
     * The folder of a model that ships with the library.
     *
     * @throws LoadException if there is none of that name
     */
    public static Path folder(String shipped) {
        return ShippedModels.find(shipped)
                .orElseThrow(() -> new LoadException("No model \"" + shipped + "\" ships with Practicum; there is "
                        + String.join(", ", SHIPPED) + "."));
    }

    /** Loads a model from a folder in Hugging Face's layout. */
    public static Transformer load(Path folder) {
        if (folder == null) {
            throw new LoadException("Give the folder of a model; got null.");
        }
        if (!ModelFolder.holdsModel(folder)) {
            throw new LoadException(folder + " has no config.json, so it is not a model's folder.");
        }
        return new ModelFolder(folder).load(String.valueOf(folder.getFileName()));
    }

    /** The checkpoints that ship with a model, the earliest first: {@code Models.load("world@step100")} loads one. */
    public static List<String> checkpoints(String shipped) {
        return new ModelFolder(folder(shipped)).checkpoints();
    }

    /** Whether a model can be loaded without a network. */
    public static boolean isHere(String name) {
        return new ModelFinder(ModelSource.of(name)).here().isPresent();
    }
}
