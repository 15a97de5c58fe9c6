package practicum.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JSON object in which null means absent. */
record Config(JsonObject json) {
    static Config read(Path file) {
        try {
            return new Config(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return json.has(key) && !json.get(key).isJsonNull();
    }

    private JsonElement need(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException("config.json lacks " + key);
        }
        return json.get(key);
    }

    int integer(String key) {
        return need(key).getAsInt();
    }

    int integer(String key, int otherwise) {
        return has(key) ? integer(key) : otherwise;
    }

    double number(String key) {
        return need(key).getAsDouble();
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        return has(key) ? need(key).getAsBoolean() : otherwise;
    }

    String text(String key) {
        return need(key).getAsString();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    JsonArray array(String key) {
        return need(key).getAsJsonArray();
    }

    Config object(String key) {
        return new Config(need(key).getAsJsonObject());
    }

    /** {@code rope_parameters}, or what the older keys {@code rope_theta} and {@code rope_scaling} say of it. */
    Config rope(double defaultTheta) {
        String key = has("rope_parameters") ? "rope_parameters" : "rope_scaling";
        JsonObject rope = has(key) ? object(key).json.deepCopy() : new JsonObject();
        setIfAbsent(rope, "rope_type", JsonParser.parseString(new Config(rope).text("type", "default")));
        setIfAbsent(rope, "rope_theta", JsonParser.parseString(String.valueOf(number("rope_theta", defaultTheta))));
        if (has("partial_rotary_factor")) {
            setIfAbsent(rope, "partial_rotary_factor", need("partial_rotary_factor"));
        }
        return new Config(rope);
    }

    Config with(String key, JsonElement value) {
        JsonObject copy = json.deepCopy();
        copy.add(key, value);
        return new Config(copy);
    }

    private static void setIfAbsent(JsonObject object, String key, JsonElement value) {
        if (!new Config(object).has(key)) {
            object.add(key, value);
        }
    }
}
