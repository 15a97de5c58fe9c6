package practicum.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a {@code config.json} key by key and remembers which it was asked for: the rest is not understood. */
final class ConfigReader {
    private final String where;
    private final JsonObject json;
    private final Set<String> asked = new TreeSet<>();
    private final Map<String, ConfigReader> sections = new TreeMap<>();

    ConfigReader(String where, JsonObject json) {
        this.where = where;
        this.json = json;
    }

    String where() {
        return where;
    }

    /** Whether a key is there and not null. */
    boolean has(String key) {
        asked.add(key);
        return json.has(key) && !json.get(key).isJsonNull();
    }

    /** Whether a key is there and says null. */
    boolean saysNull(String key) {
        asked.add(key);
        return json.has(key) && json.get(key).isJsonNull();
    }

    /** A number that may be null, and is 0 then, but must be there: the reference's default would be another. */
    double stated(String key) {
        return saysNull(key) ? 0 : number(key);
    }

    /** A value that must be there. */
    JsonElement need(String key) {
        if (!has(key)) {
            throw new LoadException(where + " lacks the key \"" + key + "\".");
        }
        return json.get(key);
    }

    int integer(String key) {
        double value = number(key);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new LoadException(where + ": \"" + key + "\" must be a whole number, but it is " + value + ".");
        }
        return (int) value;
    }

    int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    double number(String key) {
        try {
            return need(key).getAsDouble();
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new LoadException(where + ": \"" + key + "\" must be a number, but it is " + json.get(key) + ".", e);
        }
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!json.get(key).isJsonPrimitive()
                || !json.get(key).getAsJsonPrimitive().isBoolean()) {
            throw new LoadException(
                    where + ": \"" + key + "\" must be true or false, but it is " + json.get(key) + ".");
        }
        return json.get(key).getAsBoolean();
    }

    String text(String key) {
        return need(key).getAsString();
    }

    /** A list of words; empty where the key is absent. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        return need(key).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    /** An object inside this one; its keys must be understood as well. */
    @Nullable
    ConfigReader section(String key) {
        if (!has(key)) {
            return null;
        }
        if (!json.get(key).isJsonObject()) {
            throw new LoadException(where + ": \"" + key + "\" must be an object, but it is " + json.get(key) + ".");
        }
        return sections.computeIfAbsent(key, k -> new ConfigReader(where + ", " + k, json.getAsJsonObject(k)));
    }

    /**
     * An object inside this one that lists only what differs from a reference.
     *
     * @throws LoadException if it is not there
     */
    ConfigReader sectionOver(String key, JsonObject reference) {
        if (!need(key).isJsonObject()) {
            throw new LoadException(where + ": \"" + key + "\" must be an object, but it is " + json.get(key) + ".");
        }
        JsonObject whole = reference.deepCopy();
        json.getAsJsonObject(key).asMap().forEach(whole::add);
        return sections.computeIfAbsent(key, k -> new ConfigReader(where + ", " + k, whole));
    }

    /** A key that must be absent or have this value, because the library computes nothing else. */
    void only(String key, boolean value) {
        if (flag(key, value) != value) {
            throw unsupported(key, String.valueOf(value));
        }
    }

    /** A key that must be absent or have this value, because the library computes nothing else. */
    void only(String key, String value) {
        if (has(key) && !text(key).equals(value)) {
            throw unsupported(key, value);
        }
    }

    /** A key that must be absent, null, or an empty object or list. */
    void never(String key) {
        boolean empty = !has(key)
                || json.get(key).isJsonObject() && json.getAsJsonObject(key).isEmpty()
                || json.get(key).isJsonArray() && json.getAsJsonArray(key).isEmpty();
        if (!empty) {
            throw unsupported(key, "absent");
        }
    }

    private LoadException unsupported(String key, String value) {
        return new LoadException(where + ": \"" + key + "\" is " + json.get(key) + ", but it must be " + value
                + " here; this library does not compute the other case.");
    }

    /** Refuses keys that nobody asked for: they could change what the model computes. */
    void requireAllUnderstood(Set<String> inert) {
        only("is_encoder_decoder", false);
        only("add_cross_attention", false);
        never("pruned_heads");
        never("quantization_config");
        Set<String> rest = new TreeSet<>(json.keySet());
        rest.removeAll(asked);
        rest.removeAll(inert);
        rest.removeAll(InertKeys.ALWAYS);
        if (!rest.isEmpty()) {
            throw new LoadException(where + " has keys that this library does not understand: " + rest
                    + ". Loading it all the same could give wrong numbers; if a key changes nothing in what the model"
                    + " computes, remove it from the file.");
        }
        sections.values().forEach(s -> s.requireAllUnderstood(Set.of()));
    }
}
