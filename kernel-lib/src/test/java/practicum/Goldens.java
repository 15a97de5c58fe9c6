package practicum;

import java.nio.file.Path;
import java.util.stream.Stream;
import practicum.load.Models;
import practicum.model.Transformer;

/**
 * Tiny random models of nine families, with what Hugging Face's transformers makes of them; the script that made them lies
 * beside them.
 */
public final class Goldens {
    private static final Path FOLDER = Path.of("src/test/resources/goldens");

    private Goldens() {}

    /** All of them. */
    public static Stream<String> all() {
        return Stream.concat(decoders(), Stream.of("bert"));
    }

    /** Those that continue a prompt. */
    public static Stream<String> decoders() {
        return Stream.of(
                "gpt2",
                "gpt2-untied-fp16",
                "gptneo",
                "neox-parallel",
                "llama-gqa-llama3",
                "llama-legacy-bf16-tied",
                "mistral-swa",
                "qwen2",
                "qwen3",
                "gemma2",
                "phi");
    }

    /** The folder of one. */
    public static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    /** One, loaded. */
    public static Transformer model(String name) {
        return Models.load(folder(name));
    }
}
