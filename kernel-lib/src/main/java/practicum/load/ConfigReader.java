package practicum.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** Reads a {@code config.json} key by key and remembers which it was asked for: the rest is not understood. */
final class ConfigReader {
    /** Keys that say how a model was trained, saved or called, and nothing about what it computes. */
    private static final Set<String> ALWAYS_INERT = Set.of(
            "_name_or_path",
            "_num_labels",
            "architectures",
            "bos_token_id",
            "dtype",
            "eos_token_id",
            "gradient_checkpointing",
            "id2label",
            "initializer_range",
            "label2id",
            "model_type",
            "output_past",
            "pad_token_id",
            "task_specific_params",
            "tokenizer_class",
            "torch_dtype",
            "transformers_version",
            "use_cache");

    private final String where;
    private final JsonObject json;
    private final Set<String> asked = new TreeSet<>();

    ConfigReader(String where, JsonObject json) {
        this.where = where;
        this.json = json;
    }

    String where() {
        return where;
    }

    /** A value that must be there. */
    JsonElement need(String key) {
        asked.add(key);
        JsonElement value = json.get(key);
        if (value == null || value.isJsonNull()) {
            throw new LoadException(where + " lacks the key \"" + key + "\".");
        }
        return value;
    }

    int integer(String key) {
        return need(key).getAsInt();
    }

    double number(String key) {
        return need(key).getAsDouble();
    }

    int integer(String key, int otherwise) {
        asked.add(key);
        return isNull(key) ? otherwise : json.get(key).getAsInt();
    }

    boolean flag(String key, boolean otherwise) {
        asked.add(key);
        return isNull(key) ? otherwise : json.get(key).getAsBoolean();
    }

    /** A key that must be absent or have this value, because the library computes nothing else. */
    void only(String key, boolean value) {
        if (flag(key, value) != value) {
            throw new LoadException(where + ": \"" + key + "\" must be " + value
                    + " here; this library does not compute " + "the other case.");
        }
    }

    private boolean isNull(String key) {
        return !json.has(key) || json.get(key).isJsonNull();
    }

    /** Refuses keys that nobody asked for: they could change what the model computes. */
    void requireAllUnderstood(Set<String> inert) {
        Set<String> rest = new TreeSet<>(json.keySet());
        rest.removeAll(asked);
        rest.removeAll(inert);
        rest.removeAll(ALWAYS_INERT);
        if (!rest.isEmpty()) {
            throw new LoadException(where + " has keys that this library does not understand: " + rest
                    + ". Loading it all the same could give wrong numbers; if a key changes nothing in what the model"
                    + " computes, remove it from the file.");
        }
    }
}
