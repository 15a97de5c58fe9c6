package practicum.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.token.Tokenizer;

/** What a model's folder holds for its tokenizer: {@code tokenizer.json}, and what is said beside it. */
record TokenizerFiles(Path folder) {
    /** Files from which other libraries make a tokenizer, and this one does not. */
    private static final List<String> OTHERS = List.of("tokenizer.model", "spiece.model", "vocab.json", "vocab.txt");

    /**
     * The tokenizer, or none where the folder holds nothing of one.
     *
     * @throws LoadException if there are only files that this library does not read
     */
    Optional<Tokenizer> read() {
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            requireNoOther();
            return Optional.empty();
        }
        return Optional.of(Tokenizer.parse(
                bytes("tokenizer.json"), object("tokenizer_config.json"), object("special_tokens_map.json")));
    }

    private void requireNoOther() {
        List<String> there = OTHERS.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
        if (!there.isEmpty()) {
            throw new LoadException(
                    folder + " has " + String.join(", ", there) + " but no tokenizer.json, and only that"
                            + " is read here. Put the model's tokenizer.json beside them; if its makers publish none, Hugging"
                            + " Face's transformers writes one: AutoTokenizer.from_pretrained(NAME).save_pretrained(FOLDER)."
                            + " To run the model on ids only, take these files away.");
        }
    }

    private @Nullable JsonObject object(String name) {
        if (!Files.isRegularFile(folder.resolve(name))) {
            return null;
        }
        try {
            return JsonParser.parseString(new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new LoadException(folder.resolve(name) + " is not a JSON object: " + e.getMessage(), e);
        }
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new LoadException("Cannot read " + folder.resolve(name) + ": " + e, e);
        }
    }
}
