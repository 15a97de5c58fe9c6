package practicum.train;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.load.TensorExport;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;

/** A model's folder in Hugging Face's layout: what {@code Models.load} and {@code transformers} read. */
final class ModelFiles {
    static final String WEIGHTS = "model.safetensors";

    private final Path folder;

    ModelFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes configuration, tokenizer and weights. */
    void write(ModelPlan plan, Transformer model) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.json"), config(plan));
            Files.writeString(
                    folder.resolve("tokenizer.json"),
                    TokenizerFile.json(plan.languageWorld().vocabulary()) + "\n");
            SafetensorsWriter.write(
                    folder.resolve(WEIGHTS),
                    TensorExport.of(plan.architecture(), plan.config(), model.weights()),
                    Precision.FLOAT16);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the model to " + folder, e);
        }
    }

    /** Writes the card, for programs and for readers. */
    void write(ModelCard card) {
        try {
            Files.writeString(folder.resolve(ModelCard.FILE), card.toJson());
            Files.writeString(folder.resolve("README.md"), CardText.of(card));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the card to " + folder, e);
        }
    }

    /** A checksum, in hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String config(ModelPlan plan) {
        ModelConfig c = plan.config();
        int window = c.window().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architectures", List.of(plan.architecture()));
        json.put("model_type", "gpt_neo");
        json.put("activation_function", "gelu_new");
        json.put("attention_types", attentionTypes(c.window()));
        json.put("window_size", window == 0 ? c.nCtx() : window);
        json.put("num_layers", c.nLayers());
        json.put("num_heads", c.nHeads());
        json.put("hidden_size", c.dModel());
        json.put("intermediate_size", c.dMlp());
        json.put("max_position_embeddings", c.nCtx());
        json.put("vocab_size", c.dVocab());
        json.put("layer_norm_epsilon", c.epsilon());
        json.put("tie_word_embeddings", c.tied());
        json.put("bos_token_id", Vocabulary.specials().indexOf(Vocabulary.BEGIN));
        json.put("eos_token_id", Vocabulary.specials().indexOf(Vocabulary.BEGIN));
        json.put("pad_token_id", Vocabulary.specials().indexOf(Vocabulary.PAD));
        json.put("dtype", "float16");
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    /** Runs of layers of one kind: {@code [[["local"], 2], [["global"], 3]]}. */
    private static List<Object> attentionTypes(List<Integer> windows) {
        List<Object> types = new ArrayList<>();
        int from = 0;
        while (from < windows.size()) {
            boolean local = windows.get(from) > 0;
            int to = from;
            while (to < windows.size() && windows.get(to) > 0 == local) {
                to++;
            }
            types.add(List.of(List.of(local ? "local" : "global"), to - from));
            from = to;
        }
        return types;
    }
}
