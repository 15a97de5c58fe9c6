package practicum.reference;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a variant as a folder in Hugging Face's layout: {@code config.json} and {@code model.safetensors} (float32). */
public final class RandomModelFolder {
    private RandomModelFolder() {}

    /** Writes the variant into an existing folder; the same variant gives the same weights. */
    public static void write(Variant variant, Path folder) {
        writeConfig(variant.config(), folder);
        RandomTensors tensors =
                TensorLayout.draw(variant.config(), variant.name().hashCode());
        variant.extras().accept(tensors);
        tensors.write(folder.resolve("model.safetensors"), variant.rename());
    }

    static void writeConfig(Config config, Path folder) {
        String json =
                new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(config.json());
        try {
            Files.writeString(folder.resolve("config.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
