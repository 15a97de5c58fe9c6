package practicum.zoo;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

/**
 * A model's shape: what its parameters are before training, and how it lies in files.
 *
 * @param <M> a transformer or a net
 */
public interface Body<M> {
    /** The parameters before training; the same seed gives the same. */
    Map<String, Tensor> initial(long seed);

    /** The model of some parameters. */
    M model(Map<String, Tensor> parameters);

    /** How its weights are stored. */
    Precision precision();

    /** Its {@code config.json}. */
    JsonObject json();

    /** Writes everything but the weights into a folder: configuration, tokenizer. */
    void write(Path folder);

    /** Writes the weights, in the layout that {@link #load} reads. */
    void writeWeights(M model, Path file);

    /** The model in a folder; at a checkpoint where one is named. */
    M load(Path folder);

    /** The model in a folder as it was at a step of its training. */
    M load(Path folder, int step);

    /** Its shape in a sentence, for readers. */
    String says();

    /** How it is loaded and tried, as Java for readers. */
    String example(String name);
}
