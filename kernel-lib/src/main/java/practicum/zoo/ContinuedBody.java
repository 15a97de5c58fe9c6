package practicum.zoo;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import practicum.load.Models;
import practicum.load.SafetensorsWriter.Precision;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

/**
 * A transformer whose training begins where another model's ended.
 *
 * @param body its shape, which is the other's
 * @param base the shipped model that it begins with
 */
public record ContinuedBody(TransformerBody body, String base) implements Body<Transformer> {
    @Override
    public Map<String, Tensor> initial(long seed) {
        return parameters(base);
    }

    /** The parameters of a shipped model. */
    public static Map<String, Tensor> parameters(String shipped) {
        return new LinkedHashMap<>(Models.load(shipped).weights().byName());
    }

    @Override
    public Transformer model(Map<String, Tensor> parameters) {
        return body.model(parameters);
    }

    @Override
    public Precision precision() {
        return body.precision();
    }

    @Override
    public JsonObject json() {
        return body.json();
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
        return body.says() + " Training began with the weights of \"" + base + "\".";
    }

    @Override
    public String example(String name) {
        return body.example(name);
    }
}
