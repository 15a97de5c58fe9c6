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
 * @param curve the losses of the steps made
 * @param seconds that they took
 */
public record Checkpoint(
        Map<String, Tensor> parameters,
        Map<String, Tensor> means,
        Map<String, Tensor> squares,
        LossCurve curve,
        double seconds) {
    private static final String LOSSES = "losses";
    private static final String HELD_OUT_STEPS = "held_out_steps";
    private static final String HELD_OUT_LOSSES = "held_out_losses";
    private static final String SECONDS = "seconds";

    /** Writes the file. */
    public void write(Path file) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> tensors.put("parameter/" + name, tensor));
        means.forEach((name, tensor) -> tensors.put("mean/" + name, tensor));
        squares.forEach((name, tensor) -> tensors.put("square/" + name, tensor));
        put(LOSSES, curve.losses(), tensors);
        put(
                HELD_OUT_STEPS,
                curve.heldOut().stream().map(LossCurve.HeldOut::steps).toList(),
                tensors);
        put(
                HELD_OUT_LOSSES,
                curve.heldOut().stream().map(LossCurve.HeldOut::loss).toList(),
                tensors);
        tensors.put(SECONDS, Tensor.scalar(seconds));
        SafetensorsWriter.write(file, tensors, Precision.FLOAT32);
    }

    private static void put(String name, List<? extends Number> numbers, Map<String, Tensor> tensors) {
        if (!numbers.isEmpty()) {
            tensors.put(
                    name,
                    Tensor.of(numbers.stream().mapToDouble(Number::doubleValue).toArray()));
        }
    }

    /** Reads a file that {@link #write} wrote. */
    public static Checkpoint read(Path file) {
        Safetensors tensors = Safetensors.read(file); // it will be replaced while they are in use
        List<Float> steps = list(HELD_OUT_STEPS, tensors);
        List<Float> losses = list(HELD_OUT_LOSSES, tensors);
        List<LossCurve.HeldOut> heldOut = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            heldOut.add(new LossCurve.HeldOut(steps.get(i).intValue(), losses.get(i)));
        }
        return new Checkpoint(
                part("parameter/", tensors),
                part("mean/", tensors),
                part("square/", tensors),
                new LossCurve(list(LOSSES, tensors), heldOut),
                tensors.get(SECONDS).item());
    }

    private static List<Float> list(String name, Safetensors tensors) {
        List<Float> list = new ArrayList<>();
        if (tensors.names().contains(name)) {
            for (float number : tensors.get(name).toFloatArray()) {
                list.add(number);
            }
        }
        return list;
    }

    private static Map<String, Tensor> part(String prefix, Safetensors tensors) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.names().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> part.put(name.substring(prefix.length()), tensors.get(name)));
        return part;
    }
}
