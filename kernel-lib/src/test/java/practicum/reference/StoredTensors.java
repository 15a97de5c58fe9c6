package practicum.reference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Every tensor of a folder's safetensors files, as doubles in row-major order. */
final class StoredTensors {
    /** @param values in row-major order */
    record Stored(int[] shape, double[] values) {}

    private final Map<String, Stored> byName;

    private StoredTensors(Map<String, Stored> byName) {
        this.byName = byName;
    }

    /** Those of {@code model.safetensors}, or of the files that its index names. */
    static StoredTensors read(Path folder) {
        Path index = folder.resolve("model.safetensors.index.json");
        TreeSet<String> files = new TreeSet<>(List.of("model.safetensors"));
        if (Files.exists(index)) {
            files.clear();
            Config.read(index).object("weight_map").json().asMap().values().forEach(f -> files.add(f.getAsString()));
        }
        Map<String, Stored> all = new HashMap<>();
        files.forEach(file -> all.putAll(file(folder.resolve(file)).byName));
        return new StoredTensors(all);
    }

    static StoredTensors file(Path file) {
        ByteBuffer bytes = bytes(file);
        int headerSize = (int) bytes.getLong(0);
        String header = new String(bytes.array(), 8, headerSize, StandardCharsets.UTF_8);
        ByteBuffer data =
                bytes.slice(8 + headerSize, bytes.capacity() - 8 - headerSize).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Stored> tensors = new HashMap<>();
        JsonParser.parseString(header).getAsJsonObject().asMap().forEach((name, entry) -> {
            if (!name.equals("__metadata__")) {
                tensors.put(name, stored(data, entry.getAsJsonObject()));
            }
        });
        return new StoredTensors(tensors);
    }

    private static ByteBuffer bytes(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stored stored(ByteBuffer data, JsonObject entry) {
        int begin = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
        int[] shape = entry.getAsJsonArray("shape").asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(data, begin, i, entry.get("dtype").getAsString());
        }
        return new Stored(shape, values);
    }

    private static double value(ByteBuffer data, int begin, int index, String type) {
        return switch (type) {
            case "F32" -> data.getFloat(begin + 4 * index);
            case "F16" -> half(data.getShort(begin + 2 * index));
            case "BF16" -> Float.intBitsToFloat(data.getShort(begin + 2 * index) << 16);
            case "I64" -> data.getLong(begin + 8 * index);
            case "BOOL", "U8" -> data.get(begin + index) & 0xff;
            default -> throw new IllegalArgumentException("the reference does not read " + type);
        };
    }

    /** IEEE 754 binary16. */
    private static double half(short bits) {
        double sign = bits < 0 ? -1 : 1;
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        if (exponent == 31) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return exponent == 0
                ? sign * fraction * Math.pow(2, -24)
                : sign * (1024 + fraction) * Math.pow(2, exponent - 25);
    }

    /** The same tensors under shorter names, for files saved with and without the head. */
    StoredTensors withoutPrefix(String prefix) {
        Map<String, Stored> shorter = new HashMap<>();
        byName.forEach((name, tensor) ->
                shorter.put(name.startsWith(prefix) ? name.substring(prefix.length()) : name, tensor));
        return new StoredTensors(shorter);
    }

    /** The same tensors with a part of their names replaced. */
    StoredTensors renamed(String pattern, String replacement) {
        Map<String, Stored> renamed = new HashMap<>();
        byName.forEach((name, tensor) -> renamed.put(name.replaceAll(pattern, replacement), tensor));
        return new StoredTensors(renamed);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Stored get(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no tensor " + name + " among " + byName.keySet());
    }

    double[] vector(String name) {
        return get(name).values;
    }

    double[][] matrix(String name) {
        Stored stored = get(name);
        double[][] rows = new double[stored.shape[0]][stored.shape[1]];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(stored.values, row * rows[row].length, rows[row], 0, rows[row].length);
        }
        return rows;
    }

    double[][] transposed(String name) {
        double[][] matrix = matrix(name);
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix[row].length; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }
}
