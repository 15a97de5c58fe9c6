package practicum.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import practicum.tensor.Tensor;

/**
 * A safetensors file: named tensors behind a JSON header, read by mapping the file into memory.
 *
 * <p>Half-precision values (F16, BF16) are widened to float32. See
 * <a href="https://github.com/huggingface/safetensors">the format</a>.
 */
public final class Safetensors {
    private record Entry(String dtype, long[] shape, long begin, long end) {}

    private final Path file;
    private final ByteBuffer data;
    private final Map<String, Entry> entries;

    private Safetensors(Path file, ByteBuffer data, Map<String, Entry> entries) {
        this.file = file;
        this.data = data;
        this.entries = entries;
    }

    /**
     * Opens a file and checks its header against its size.
     *
     * @throws LoadException if it is not a whole safetensors file
     */
    public static Safetensors open(Path file) {
        ByteBuffer bytes = map(file).order(ByteOrder.LITTLE_ENDIAN);
        long headerSize = bytes.capacity() < 8 ? -1 : bytes.getLong(0);
        if (headerSize < 2 || headerSize > bytes.capacity() - 8L) {
            throw new LoadException(file + " is not a safetensors file, or it is cut off: its header claims "
                    + headerSize + " bytes of " + bytes.capacity() + ". Download it again.");
        }
        byte[] header = new byte[(int) headerSize];
        bytes.get(8, header);
        ByteBuffer data = bytes.slice(8 + (int) headerSize, bytes.capacity() - 8 - (int) headerSize);
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            JsonObject json = JsonParser.parseString(new String(header, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            json.entrySet().stream()
                    .filter(e -> !e.getKey().equals("__metadata__"))
                    .forEach(e -> entries.put(e.getKey(), entry(e.getValue().getAsJsonObject())));
        } catch (RuntimeException e) {
            throw new LoadException(file + " has a header that cannot be read: " + e.getMessage(), e);
        }
        entries.forEach((name, entry) -> requireInside(file, name, entry, data.capacity()));
        return new Safetensors(file, data, entries);
    }

    private static ByteBuffer map(Path file) {
        try {
            long size = Files.size(file);
            if (size > Integer.MAX_VALUE) {
                throw new LoadException(file + " is larger than 2 GB; use the model's sharded files.");
            }
            if (!file.getFileSystem().equals(FileSystems.getDefault())) { // inside a jar
                return ByteBuffer.wrap(Files.readAllBytes(file));
            }
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            }
        } catch (IOException e) {
            throw new LoadException("Cannot read " + file + ": " + e, e);
        }
    }

    private static Entry entry(JsonObject json) {
        JsonArray offsets = json.getAsJsonArray("data_offsets");
        long[] shape = json.getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
        return new Entry(
                json.get("dtype").getAsString(),
                shape,
                offsets.get(0).getAsLong(),
                offsets.get(1).getAsLong());
    }

    private static void requireInside(Path file, String name, Entry entry, long size) {
        long count = 1;
        for (long n : entry.shape) {
            count = Math.multiplyExact(count, n);
        }
        long expected = count * width(file, name, entry.dtype);
        if (entry.begin < 0 || entry.end > size || entry.end - entry.begin != expected) {
            throw new LoadException(file + ": the tensor " + name + " lies at bytes " + entry.begin + "–" + entry.end
                    + " of " + size + ", but its shape needs " + expected + " bytes. The file is damaged or cut off:"
                    + " download it again.");
        }
    }

    private static int width(Path file, String name, String dtype) {
        return switch (dtype) {
            case "F64", "I64" -> 8;
            case "F32", "I32" -> 4;
            case "F16", "BF16" -> 2;
            case "BOOL", "U8" -> 1;
            default ->
                throw new LoadException(file + ": the tensor " + name + " has the type " + dtype
                        + "; this library reads F64, F32, F16, BF16, I64, I32, U8 and BOOL.");
        };
    }

    /** The names of the tensors. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** The type of a tensor as the file names it: F32, F16, BF16, I64, … */
    public String dtype(String name) {
        return find(name).dtype;
    }

    /** A tensor: int64 for I64, else float32. */
    public Tensor get(String name) {
        Entry entry = find(name);
        ByteBuffer slice =
                data.slice((int) entry.begin, (int) (entry.end - entry.begin)).order(ByteOrder.LITTLE_ENDIAN);
        if (entry.dtype.equals("I64")) {
            long[] values = new long[slice.capacity() / 8];
            slice.asLongBuffer().get(values);
            return Tensor.of(values, entry.shape);
        }
        return Tensor.of(floats(slice, entry.dtype), entry.shape);
    }

    private Entry find(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new LoadException(file + " has no tensor " + name + ".");
        }
        return entry;
    }

    private static float[] floats(ByteBuffer bytes, String dtype) {
        return switch (dtype) {
            case "F32" -> {
                float[] values = new float[bytes.capacity() / 4];
                bytes.asFloatBuffer().get(values);
                yield values;
            }
            case "F64" -> filled(bytes.capacity() / 8, i -> (float) bytes.getDouble(8 * i));
            case "F16" -> filled(bytes.capacity() / 2, i -> HalfFloat.toFloat(bytes.getShort(2 * i)));
            case "BF16" -> filled(bytes.capacity() / 2, i -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16));
            case "I32" -> filled(bytes.capacity() / 4, i -> bytes.getInt(4 * i));
            default -> filled(bytes.capacity(), i -> bytes.get(i) & 0xff);
        };
    }

    private interface FloatAt {
        float at(int index);
    }

    private static float[] filled(int count, FloatAt value) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = value.at(i);
        }
        return values;
    }
}
