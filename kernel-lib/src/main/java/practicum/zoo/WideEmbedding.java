package practicum.zoo;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/**
 * A transformer whose embeddings of words and positions begin larger than usual. Words that a text uses alike get embeddings
 * that are alike, and what tells them apart, as small as it begins, is lost beside that; a model that is to copy words from
 * its context then has little to copy. Begun ten times as large, it learns to copy in a tenth of the time.
 *
 * @param body the transformer
 * @param factor how many times as large its embeddings begin
 */
public record WideEmbedding(TransformerBody body, double factor) implements Body<Transformer> {
    private static final List<String> EMBEDDINGS = List.of("embed.W_E", "pos_embed.W_pos");

    @Override
    public Map<String, Tensor> initial(long seed) {
        Map<String, Tensor> initial = new LinkedHashMap<>(body.initial(seed));
        EMBEDDINGS.forEach(name -> initial.computeIfPresent(name, (same, tensor) -> tensor.mul(factor)));
        return initial;
    }

    @Override
    public Transformer model(Map<String, Tensor> parameters) {
        return body.model(parameters);
    }

    @Override
    public Precision precision() {
        return body.precision();
    }

    /** The configuration, and the factor: weights that began otherwise are other weights. */
    @Override
    public JsonObject json() {
        JsonObject json = body.json();
        json.addProperty("initial_embedding_factor", factor);
        return json;
    }

    @Override
    public void write(Path folder) {
        body.write(folder);
    }

    @Override
    public void writeWeights(Transformer model, Path file) {
        body.writeWeights(model, file);
    }

    @Override
    public Transformer load(Path folder) {
        return body.load(folder);
    }

    @Override
    public Transformer load(Path folder, int step) {
        return body.load(folder, step);
    }

    @Override
    public String says() {
        return body.says()
                + String.format(
                        Locale.ROOT, " Before training its embeddings are %.0f times as large as usual.", factor);
    }

    @Override
    public String example(String name) {
        return body.example(name);
    }
}
