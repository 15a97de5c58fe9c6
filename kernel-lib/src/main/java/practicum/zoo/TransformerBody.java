package practicum.zoo;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import practicum.load.ModelSource;
import practicum.load.Models;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.load.TensorExport;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.train.InitialWeights;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;

/**
 * A transformer in Hugging Face's layout.
 *
 * @param family in which its files are written
 * @param config its shape
 * @param vocabulary its words
 * @param prompt something to try it with
 * @param precision of its weights
 * @param embeddingFactor how many times as large as usual its embeddings of words and positions begin
 */
public record TransformerBody(
        Family family,
        ModelConfig config,
        Vocabulary vocabulary,
        String prompt,
        Precision precision,
        double embeddingFactor)
        implements Body<Transformer> {
    private static final List<String> EMBEDDINGS = List.of("embed.W_E", "pos_embed.W_pos");

    /** A transformer that begins as usual. */
    public TransformerBody(
            Family family, ModelConfig config, Vocabulary vocabulary, String prompt, Precision precision) {
        this(family, config, vocabulary, prompt, precision, 1);
    }

    /**
     * The same with embeddings of words and positions that begin larger. Words that a text uses alike get embeddings that
     * are alike, and what tells them apart, as small as it usually begins, is lost beside that; a model that is to copy
     * words from its context then has little to copy.
     */
    public TransformerBody withWideEmbeddings(double factor) {
        return new TransformerBody(family, config, vocabulary, prompt, precision, factor);
    }

    @Override
    public Map<String, Tensor> initial(long seed) {
        Map<String, Tensor> initial = new LinkedHashMap<>(InitialWeights.of(config, seed));
        if (isWide()) {
            EMBEDDINGS.forEach(name -> initial.computeIfPresent(name, (same, tensor) -> tensor.mul(embeddingFactor)));
        }
        return initial;
    }

    private boolean isWide() {
        return embeddingFactor != 1;
    }

    @Override
    public Transformer model(Map<String, Tensor> parameters) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> all.put(name, tensor.detach()));
        Tokenizer tokenizer = Tokenizer.parse(TokenizerFile.json(vocabulary).getBytes(StandardCharsets.UTF_8));
        return new Transformer(config, Weights.of(config, all), tokenizer);
    }

    /** The configuration, and how large embeddings begin: weights that began otherwise are other weights. */
    @Override
    public JsonObject json() {
        JsonObject json = configuration();
        if (isWide()) {
            json.addProperty("initial_embedding_factor", embeddingFactor);
        }
        return json;
    }

    private JsonObject configuration() {
        return new Gson().toJsonTree(family.json(config, precision)).getAsJsonObject();
    }

    @Override
    public void write(Path folder) {
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(configuration());
        try {
            Files.writeString(folder.resolve("config.json"), json + "\n");
            Files.writeString(folder.resolve("tokenizer.json"), TokenizerFile.json(vocabulary) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the model to " + folder, e);
        }
    }

    @Override
    public void writeWeights(Transformer model, Path file) {
        SafetensorsWriter.write(file, TensorExport.of(family.architecture(), config, model.weights()), precision);
    }

    @Override
    public Transformer load(Path folder) {
        return Models.load(folder);
    }

    @Override
    public Transformer load(Path folder, int step) {
        return Models.load(ModelSource.of(folder.toString()).at("step" + step));
    }

    @Override
    public String says() {
        String shape = String.format(
                Locale.ROOT,
                "%s: %d layers, %d heads, d_model %d, %s, context %d, %d words; attention windows by layer %s (0: all)."
                        + " Embedding and unembedding are %s. Weights in %s.",
                family.architecture(),
                config.nLayers(),
                config.nHeads(),
                config.dModel(),
                config.dMlp() == 0 ? "no MLPs" : "MLP " + config.dMlp(),
                config.nCtx(),
                config.dVocab(),
                config.window(),
                config.tied() ? "tied" : "untied",
                precision.name().toLowerCase(Locale.ROOT));
        return isWide()
                ? shape
                        + String.format(
                                Locale.ROOT,
                                " Before training its embeddings are %.0f times as large as usual.",
                                embeddingFactor)
                : shape;
    }

    @Override
    public String example(String name) {
        return "var model = Models.load(\"" + name + "\");\nmodel.run(\"" + prompt + "\").top(5);";
    }
}
