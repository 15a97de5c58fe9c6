package practicum.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import practicum.tensor.Tensor;

/** Writes named tensors as a safetensors file, in the order given. */
public final class SafetensorsWriter {
    private static final int ALIGNMENT = 8;

    /** How the numbers are stored. */
    public enum Precision {
        FLOAT16("F16", 2),
        FLOAT32("F32", 4);

        private final String label;
        private final int bytes;

        Precision(String label, int bytes) {
            this.label = label;
            this.bytes = bytes;
        }
    }

    private SafetensorsWriter() {}

    /**
     * Writes the file; an older one is replaced only when the new one is whole.
     *
     * @throws LoadException if it cannot be written, or a finite number is too large for half precision
     */
    public static void write(Path file, Map<String, Tensor> tensors, Precision precision) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, bytes(tensors, precision));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LoadException("Cannot write " + file + ": " + e, e);
        }
    }

    /** The file's bytes: the header's length, the header, the numbers. */
    static byte[] bytes(Map<String, Tensor> tensors, Precision precision) {
        JsonObject header = new JsonObject();
        JsonObject metadata = new JsonObject();
        metadata.addProperty("format", "pt"); // transformers refuses a file without it
        header.add("__metadata__", metadata);
        long end = 0;
        for (var entry : tensors.entrySet()) {
            long begin = end;
            end += entry.getValue().count() * precision.bytes;
            header.add(entry.getKey(), entry(entry.getValue(), precision, begin, end));
        }
        byte[] json = aligned(header.toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(8 + json.length + end)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        tensors.forEach((name, tensor) -> put(name, tensor.toFloatArray(), precision, bytes));
        return bytes.array();
    }

    private static JsonObject entry(Tensor tensor, Precision precision, long begin, long end) {
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", precision.label);
        JsonArray shape = new JsonArray();
        Arrays.stream(tensor.shape()).forEach(shape::add);
        entry.add("shape", shape);
        JsonArray offsets = new JsonArray();
        offsets.add(begin);
        offsets.add(end);
        entry.add("data_offsets", offsets);
        return entry;
    }

    private static byte[] aligned(byte[] json) {
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void put(String name, float[] values, Precision precision, ByteBuffer to) {
        for (float value : values) {
            if (precision == Precision.FLOAT32) {
                to.putFloat(value);
                continue;
            }
            short half = HalfFloat.fromFloat(value);
            if (Float.isFinite(value) && !Float.isFinite(HalfFloat.toFloat(half))) {
                throw new LoadException(name + " holds " + value + ", which half precision cannot: write FLOAT32.");
            }
            to.putShort(half);
        }
    }
}
