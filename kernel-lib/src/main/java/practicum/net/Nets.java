package practicum.net;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
        NetConfig config = NetJson.parse(
                json(folder.resolve(CONFIG)), folder.resolve(CONFIG).toString());
        Path file = folder.resolve(WEIGHTS);
        if (!Files.isRegularFile(file)) {
            throw new NetException(folder + " has no " + WEIGHTS + ". Put the net's weights there.");
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
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(CONFIG), NetJson.text(net.config()));
        } catch (IOException e) {
            throw new NetException("Cannot write to " + folder + ": " + e, e);
        }
        SafetensorsWriter.write(folder.resolve(WEIGHTS), net.parameters(), precision);
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
