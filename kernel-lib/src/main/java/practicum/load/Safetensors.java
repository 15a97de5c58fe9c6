package practicum.load;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import practicum.tensor.FileMemory;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

/**
 * A safetensors file of any size: named tensors behind a JSON header. See
 * <a href="https://github.com/huggingface/safetensors">the format</a>.
 *
 * <p>The file is mapped into memory. F32 tensors are looked at where they lie, without a copy, for as long as anything
 * needs them, and do not count towards {@link practicum.tensor.NativeMemory}'s budget. F16 and BF16 are widened to
 * float32, exactly; F64 is rounded to float32.
 */
public final class Safetensors {
    private final Path file;
    private final SafetensorsHeader header;
    private final FileMemory memory;

    private Safetensors(Path file, SafetensorsHeader header, FileMemory memory) {
        this.file = file;
        this.header = header;
        this.memory = memory;
    }

    /**
     * Opens a file and checks its header against its size. A file inside a jar is read instead of mapped.
     *
     * @throws LoadException if it is not a whole safetensors file
     */
    public static Safetensors open(Path file) {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            return read(file);
        }
        SafetensorsHeader header = SafetensorsHeader.read(file);
        try {
            return new Safetensors(file, header, FileMemory.map(file, Files.size(file)));
        } catch (IOException | TensorException e) {
            throw new LoadException("Cannot map " + file + " into memory: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a file of up to 2 GB and reads all of it, so that it can be replaced or deleted afterwards also where the
     * system locks mapped files (Windows).
     *
     * @throws LoadException if it is not a whole safetensors file, or too large
     */
    public static Safetensors read(Path file) {
        SafetensorsHeader header = SafetensorsHeader.read(file);
        try {
            return new Safetensors(file, header, FileMemory.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new LoadException("Cannot read " + file + ": " + e, e);
        } catch (OutOfMemoryError e) {
            throw new LoadException(
                    file + " is too large to be read at once: put it into a folder of its own, outside the jar, where"
                            + " it can be mapped, or give Java more memory (-Xmx).",
                    e);
        }
    }

    /** The names of the tensors, in the header's order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(header.entries().keySet());
    }

    /** The type of a tensor as the file names it: F32, F16, BF16, I64, … */
    public String dtype(String name) {
        return find(name).type().name();
    }

    /** The sizes of a tensor's dimensions; nothing is read. */
    public long[] shape(String name) {
        return find(name).shape().clone();
    }

    /** A tensor: float32 for floating-point types, int64 for whole numbers, bool for BOOL. */
    public Tensor get(String name) {
        SafetensorsHeader.Entry entry = find(name);
        try {
            return memory.tensor(entry.type(), header.dataBegin() + entry.begin(), entry.shape());
        } catch (TensorException e) {
            throw new LoadException("Cannot read the tensor " + name + " of " + file + ": " + e.getMessage(), e);
        }
    }

    private SafetensorsHeader.Entry find(String name) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw new LoadException(file + " has no tensor " + name + ". It has " + names() + ".");
        }
        return entry;
    }
}
