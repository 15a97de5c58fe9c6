package practicum.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One commit of a model in the cache, perhaps not all of it.
 *
 * @param folder the folder with its files
 */
public record Snapshot(Path folder) {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    /** Whether a model can be loaded from it: its configuration and all its weights are there. */
    public boolean isWhole() {
        return missing().isEmpty();
    }

    /** The files without which no model can be loaded. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!has(CONFIG)) {
            missing.add(CONFIG);
        }
        if (has(WEIGHTS)) {
            return missing;
        }
        if (!has(INDEX)) {
            missing.add(WEIGHTS);
            return missing;
        }
        ShardIndex.read(folder.resolve(INDEX)).stream()
                .filter(shard -> !has(shard))
                .forEach(missing::add);
        return missing;
    }

    private boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }
}
