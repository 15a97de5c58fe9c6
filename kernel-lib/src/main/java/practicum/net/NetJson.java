package practicum.net;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import practicum.model.Activation;

/** A net's shape as JSON, read strictly: every key must be there and be understood. */
final class NetJson {
    static final String MODEL_TYPE = "practicum_net";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final Set<String> KEYS =
            Set.of("name", "input", "convs", "globalMean", "hidden", "outputs", "activation", "normalized");

    private NetJson() {}

    static String text(NetConfig config) {
        return GSON.toJson(of(config)) + "\n";
    }

    static JsonObject of(NetConfig config) {
        JsonObject json = new JsonObject();
        json.addProperty("model_type", MODEL_TYPE);
        GSON.toJsonTree(config).getAsJsonObject().entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
        return json;
    }

    static NetConfig parse(JsonObject json, String where) {
        String type = json.has("model_type") ? json.get("model_type").getAsString() : "";
        if (!type.equals(MODEL_TYPE)) {
            throw new NetException(where + " has the model_type \"" + type + "\", but a net's is \"" + MODEL_TYPE
                    + "\". For a transformer use Models.load.");
        }
        Set<String> keys = new TreeSet<>(json.keySet());
        keys.remove("model_type");
        requireKeys(where, keys, KEYS);
        try {
            return config(json, where);
        } catch (UnsupportedOperationException | IllegalStateException | NumberFormatException | ClassCastException e) {
            throw new NetException(where + " has a value of another kind than expected: " + e.getMessage(), e);
        }
    }

    private static NetConfig config(JsonObject json, String where) {
        List<ConvConfig> convs = new ArrayList<>();
        for (JsonElement conv : json.getAsJsonArray("convs")) {
            convs.add(conv(conv.getAsJsonObject(), where + ", convs"));
        }
        return new NetConfig(
                json.get("name").getAsString(),
                integers(json, "input"),
                convs,
                json.get("globalMean").getAsBoolean(),
                integers(json, "hidden"),
                json.get("outputs").getAsInt(),
                constant(Activation.class, json.get("activation").getAsString(), where),
                json.get("normalized").getAsBoolean());
    }

    private static ConvConfig conv(JsonObject conv, String where) {
        requireKeys(where, conv.keySet(), Set.of("channels", "kernel", "stride", "padding", "pool"));
        JsonObject pool = conv.getAsJsonObject("pool");
        requireKeys(where + ", pool", pool.keySet(), Set.of("kind", "size", "stride"));
        return new ConvConfig(
                conv.get("channels").getAsInt(),
                conv.get("kernel").getAsInt(),
                conv.get("stride").getAsInt(),
                conv.get("padding").getAsInt(),
                new Pool(
                        constant(Pool.Kind.class, pool.get("kind").getAsString(), where),
                        pool.get("size").getAsInt(),
                        pool.get("stride").getAsInt()));
    }

    private static List<Integer> integers(JsonObject json, String key) {
        return json.getAsJsonArray(key).asList().stream()
                .map(JsonElement::getAsInt)
                .toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String where) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NetException(where + " says \"" + name + "\", but known are "
                        + Arrays.toString(type.getEnumConstants()) + "."));
    }

    private static void requireKeys(String where, Set<String> found, Set<String> expected) {
        if (!found.equals(expected)) {
            throw new NetException(where + " must have the keys " + new TreeSet<>(expected) + ", but it has "
                    + new TreeSet<>(found) + ".");
        }
    }
}
