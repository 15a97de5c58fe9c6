package practicum.net;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import practicum.load.Models;
import practicum.load.Safetensors;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

/** Nets in folders: {@code config.json} and {@code model.safetensors}. */
public final class Nets {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.safetensors";

    private Nets() {}

    /**
     * Loads a net that {@link #save} wrote.
     *
     * @throws NetException if the folder holds none, or it is not understood entirely
     */
    public static Net load(Path folder) {
        return load(folder, WEIGHTS);
    }

    /** A net as it was at a step of its training: see {@link #load(Path)}. */
    public static Net load(Path folder, int step) {
        return load(folder, "checkpoints/step" + step + ".safetensors");
    }

    /**
     * Loads a net that ships with the library.
     *
     * @throws practicum.load.LoadException if there is none of that name
     */
    public static Net load(String shipped) {
        return load(Models.folder(shipped));
    }

    private static Net load(Path folder, String weights) {
        NetConfig config = NetJson.parse(
                json(folder.resolve(CONFIG)), folder.resolve(CONFIG).toString());
        Path file = folder.resolve(weights);
        if (!Files.isRegularFile(file)) {
            throw new NetException(folder + " has no " + weights + ". Put the net's weights there.");
        }
        Safetensors tensors = Safetensors.open(file);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        tensors.names().forEach(name -> parameters.put(name, tensors.get(name)));
        return new Net(config, parameters);
    }

    /** Writes a net, exactly. */
    public static void save(Net net, Path folder) {
        save(net, folder, Precision.FLOAT32);
    }

    /** Writes a net; in half precision it takes half the space and its numbers are rounded. */
    public static void save(Net net, Path folder, Precision precision) {
        save(net.config(), folder);
        SafetensorsWriter.write(folder.resolve(WEIGHTS), net.parameters(), precision);
    }

    /** Writes a net's shape and no weights. */
    public static void save(NetConfig config, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(CONFIG), NetJson.text(config));
        } catch (IOException e) {
            throw new NetException("Cannot write to " + folder + ": " + e, e);
        }
    }

    /** A net's shape as it is written. */
    public static JsonObject json(NetConfig config) {
        return NetJson.of(config);
    }

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new NetException(
                    "Cannot read " + file + " (" + e + "). A net's folder holds " + CONFIG + " and " + WEIGHTS + ".",
                    e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new NetException(file + " is not a JSON object: " + e.getMessage(), e);
        }
    }
}
