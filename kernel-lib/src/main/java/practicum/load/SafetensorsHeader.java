package practicum.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import practicum.tensor.StoredType;

/**
 * What a safetensors file says that it holds, checked against its size: every byte belongs to exactly one tensor.
 *
 * @param entries the tensors by name, in the header's order
 * @param dataBegin where the numbers begin, in bytes from the start of the file
 */
record SafetensorsHeader(Map<String, Entry> entries, long dataBegin) {
    /** A tensor; {@code begin} and {@code end} count from where the numbers begin. */
    record Entry(StoredType type, long[] shape, long begin, long end) {}

    private static final long MAX_BYTES = 100_000_000; // the reference implementation's limit

    /**
     * Reads and checks the header of a file.
     *
     * @throws LoadException that says which rule of the format is broken, and by which tensor
     */
    static SafetensorsHeader read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            byte[] json = json(file, in, size);
            long dataBegin = Long.BYTES + json.length;
            Map<String, Entry> entries = new LinkedHashMap<>();
            HeaderJson.parse(file, json).forEach((name, described) -> entries.put(name, entry(file, name, described)));
            requireTiling(file, entries, size - dataBegin);
            return new SafetensorsHeader(entries, dataBegin);
        } catch (IOException e) {
            throw new LoadException("Cannot read " + file + ": " + e, e);
        }
    }

    private static byte[] json(Path file, InputStream in, long size) throws IOException {
        byte[] prefix = in.readNBytes(Long.BYTES);
        long length = prefix.length < Long.BYTES
                ? -1
                : ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > size - Long.BYTES || length > MAX_BYTES) {
            throw new LoadException(file + " is not a safetensors file, or it is cut off: its header claims " + length
                    + " bytes of " + size + "; it may have at most 100 MB. Download it again.");
        }
        return in.readNBytes((int) length);
    }

    private static Entry entry(Path file, String name, HeaderJson.Described described) {
        StoredType type = type(file, name, described.dtype());
        long expected = type.width();
        try {
            for (long n : described.shape()) {
                expected = Math.multiplyExact(expected, n);
            }
        } catch (ArithmeticException e) {
            throw invalid(
                    file,
                    "the tensor " + name + " has a shape that no memory holds, " + Arrays.toString(described.shape()));
        }
        if (described.end() - described.begin() != expected) {
            throw invalid(
                    file,
                    "the tensor " + name + " lies at bytes " + described.begin() + "–" + described.end()
                            + ", but its shape " + Arrays.toString(described.shape()) + " needs " + expected);
        }
        return new Entry(type, described.shape(), described.begin(), described.end());
    }

    private static StoredType type(Path file, String name, String dtype) {
        try {
            return StoredType.valueOf(dtype);
        } catch (IllegalArgumentException e) {
            throw new LoadException(
                    file + ": the tensor " + name + " has the type " + dtype + "; this library reads "
                            + Arrays.toString(StoredType.values())
                            + ". Use a version of the model that is not quantised.",
                    e);
        }
    }

    /** The format allows neither holes, where anything could hide, nor overlaps. */
    private static void requireTiling(Path file, Map<String, Entry> entries, long dataSize) {
        List<String> inOrder = entries.keySet().stream()
                .sorted(Comparator.comparingLong((String name) -> at(entries, name).begin)
                        .thenComparingLong(name -> at(entries, name).end))
                .toList();
        long end = 0;
        for (String name : inOrder) {
            Entry entry = at(entries, name);
            if (entry.begin != end) {
                throw invalid(
                        file,
                        entry.begin < end
                                ? "the tensor " + name + " begins at byte " + entry.begin
                                        + ", inside another that ends at " + end
                                : "no tensor owns the bytes " + end + "–" + entry.begin + " before the tensor " + name);
            }
            end = entry.end;
        }
        if (end != dataSize) {
            throw invalid(
                    file,
                    "its tensors need " + end + " bytes, but it has " + dataSize
                            + (end > dataSize ? ": it is cut off" : ""));
        }
    }

    private static Entry at(Map<String, Entry> entries, String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    static LoadException invalid(Path file, String problem) {
        return new LoadException(file + " is not a valid safetensors file: " + problem + ". Download it again.");
    }
}
