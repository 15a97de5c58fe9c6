package practicum.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.load.Safetensors;
import practicum.load.SafetensorsWriter;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

/**
 * A training at rest, exactly: one safetensors file that is replaced as a whole or not at all.
 *
 * @param parameters by name
 * @param means the optimiser's running means of the gradients
 * @param squares the optimiser's running means of the squared gradients
 * @param losses of the steps made
 * @param seconds that they took
 */
public record Checkpoint(
        Map<String, Tensor> parameters,
        Map<String, Tensor> means,
        Map<String, Tensor> squares,
        List<Float> losses,
        double seconds) {
    private static final String LOSSES = "losses";
    private static final String SECONDS = "seconds";

    /** Writes the file. */
    public void write(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> tensors.put("parameter/" + name, tensor));
        means.forEach((name, tensor) -> tensors.put("mean/" + name, tensor));
        squares.forEach((name, tensor) -> tensors.put("square/" + name, tensor));
        float[] curve = new float[losses.size()];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = losses.get(i);
        }
        tensors.put(LOSSES, Tensor.of(curve, curve.length));
        tensors.put(SECONDS, Tensor.scalar(seconds));
        SafetensorsWriter.write(file, tensors, Precision.FLOAT32);
    }

    /** Reads a file that {@link #write} wrote. */
    public static Checkpoint read(Path file) {
        Safetensors tensors = Safetensors.read(file); // it will be replaced while they are in use
        List<Float> losses = new ArrayList<>();
        for (float loss : tensors.get(LOSSES).toFloatArray()) {
            losses.add(loss);
        }
        return new Checkpoint(
                part("parameter/", tensors),
                part("mean/", tensors),
                part("square/", tensors),
                List.copyOf(losses),
                tensors.get(SECONDS).item());
    }

    private static Map<String, Tensor> part(String prefix, Safetensors tensors) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.names().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> part.put(name.substring(prefix.length()), tensors.get(name)));
        return part;
    }
}
