package practicum.hub;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The index of weights that are split into several files. */
final class ShardIndex {
    private ShardIndex() {}

    /** The files that the index names, each once. */
    static List<String> read(Path index) {
        try {
            List<String> shards = JsonParser.parseString(Files.readString(index))
                    .getAsJsonObject()
                    .getAsJsonObject("weight_map")
                    .entrySet()
                    .stream()
                    .map(tensor -> tensor.getValue().getAsString())
                    .distinct()
                    .sorted()
                    .toList();
            if (!shards.isEmpty()) {
                return shards;
            }
            throw damaged(index, new IllegalStateException("it names no files"));
        } catch (IOException e) {
            throw RepoFolder.unusable(index, e);
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw damaged(index, e);
        }
    }

    private static HubException damaged(Path index, RuntimeException cause) {
        return new HubException(
                HubException.Reason.DAMAGED,
                index + " is not an index of safetensors files (" + cause.getMessage() + "): delete it and load again.",
                cause);
    }
}
