package practicum.reference;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * Named random tensors for a safetensors file, drawn from a seed. They are wider than a trained model's first weights, as
 * in goldens/make_goldens.py, so that a wrong mask, cap, scale or rotation shows in the logits.
 */
final class RandomTensors {
    private record Entry(String dtype, int[] shape, byte[] bytes) {}

    private final Random random;
    private final boolean gemma;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @param gemma whether norms store w - 1 and embeddings are scaled up by the model */
    RandomTensors(long seed, boolean gemma) {
        this.random = new Random(seed);
        this.gemma = gemma;
    }

    /** A matrix stored [out][in]. */
    RandomTensors linear(String name, int out, int in, boolean bias) {
        weights(name + ".weight", 1.2 / Math.sqrt(in), out, in);
        return bias ? bias(name + ".bias", out) : this;
    }

    /** A matrix stored [in][out], as GPT-2's. */
    RandomTensors conv(String name, int in, int out) {
        weights(name + ".weight", 1.2 / Math.sqrt(out), in, out);
        return bias(name + ".bias", out);
    }

    RandomTensors bias(String name, int size) {
        return weights(name, 0.2, size);
    }

    RandomTensors embedding(String name, int rows, int width) {
        return weights(name + ".weight", gemma ? 0.1 : 0.3, rows, width);
    }

    RandomTensors layerNorm(String name, int width) {
        rmsNorm(name, width);
        return weights(name + ".bias", 0.3, width);
    }

    RandomTensors rmsNorm(String name, int width) {
        double centre = gemma ? 0 : 1;
        return floats(name + ".weight", () -> centre + 0.3 * random.nextGaussian(), width);
    }

    private RandomTensors weights(String name, double deviation, int... shape) {
        return floats(name, () -> deviation * random.nextGaussian(), shape);
    }

    private RandomTensors floats(String name, DoubleSupplier value, int... shape) {
        ByteBuffer bytes = buffer(4 * count(shape));
        while (bytes.hasRemaining()) {
            bytes.putFloat((float) value.getAsDouble());
        }
        entries.put(name, new Entry("F32", shape, bytes.array()));
        return this;
    }

    /** The same numbers under a second name. */
    RandomTensors copy(String name, String original) {
        entries.put(name, Objects.requireNonNull(entries.get(original)));
        return this;
    }

    /** What old versions of transformers saved beside the weights: the mask, [1][1][size][size]. */
    RandomTensors causalMask(String name, int size) {
        ByteBuffer bytes = buffer(size * size);
        for (int query = 0; query < size; query++) {
            for (int key = 0; key < size; key++) {
                bytes.put((byte) (key <= query ? 1 : 0));
            }
        }
        entries.put(name, new Entry("BOOL", new int[] {1, 1, size, size}, bytes.array()));
        return this;
    }

    /** … the number for what may not be seen, a scalar; … */
    RandomTensors maskedBias(String name) {
        return floats(name, () -> -1e9);
    }

    /** … rotary frequencies; … */
    RandomTensors frequencies(String name, double theta, int size) {
        ByteBuffer bytes = buffer(4 * (size / 2));
        for (double frequency : Rope.frequencies(theta, size)) {
            bytes.putFloat((float) frequency);
        }
        entries.put(name, new Entry("F32", new int[] {size / 2}, bytes.array()));
        return this;
    }

    /** … and the positions 0, 1, …, [1][size]. */
    RandomTensors positions(String name, int size) {
        ByteBuffer bytes = buffer(8 * size);
        for (long position = 0; position < size; position++) {
            bytes.putLong(position);
        }
        entries.put(name, new Entry("I64", new int[] {1, size}, bytes.array()));
        return this;
    }

    void drop(String name) {
        Objects.requireNonNull(entries.remove(name), name);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    void write(Path file, UnaryOperator<String> rename) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        entries.forEach((name, entry) -> {
            int begin = data.size();
            data.writeBytes(entry.bytes);
            header.put(
                    rename.apply(name),
                    Map.of("dtype", entry.dtype, "shape", entry.shape, "data_offsets", List.of(begin, data.size())));
        });
        byte[] json = new Gson().toJson(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = buffer(8 + padded + data.size()).putLong(padded).put(json);
        while (bytes.position() < 8 + padded) {
            bytes.put((byte) ' ');
        }
        try {
            Files.write(file, bytes.put(data.toByteArray()).array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int count(int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        return count;
    }
}
