package practicum.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of a file as memory that tensors look at.
 *
 * <p>A mapped file is not read: its pages come when a number in them is first used, and the system may drop them again.
 * PyTorch holds the mapping and ends it with the last tensor or gradient that looks at it, so it outlives this object.
 * The mapping is private: nothing that is done to a tensor reaches the file. Who cuts off a mapped file under a running
 * process kills the process, as with every mapped file; replacing it by another (a rename) does no harm.
 */
public final class FileMemory {
    private static final TorchScript SCRIPT = TorchScript.resource(FileMemory.class, "files.py");

    private final Tensor bytes;
    private final boolean isMapped;

    private FileMemory(Tensor bytes, boolean isMapped) {
        this.bytes = bytes;
        this.isMapped = isMapped;
        bytes.scope = null; // it must not go with the scope in which the file happened to be opened
    }

    /**
     * Maps a file of the default file system, of any size above zero.
     *
     * @throws TensorException if the system refuses
     */
    public static FileMemory map(Path file, long size) {
        return new FileMemory(Tensor.mapped(SCRIPT.array("map", file.toString(), size)), true);
    }

    /** A copy of bytes that were read, such as those of a file inside a jar. */
    public static FileMemory of(byte[] bytes) {
        Shape shape = new Shape(bytes.length);
        try (NDArray borrowed = Torch.manager().create(ByteBuffer.wrap(bytes), shape, DataType.UINT8)) {
            return new FileMemory(Tensor.own(borrowed.duplicate()), false);
        }
    }

    /**
     * The numbers that begin at a byte, row by row: float32 for floating-point types, int64 for whole numbers, bool for
     * BOOL. Float32 of a mapped file is not copied if it begins at a multiple of four bytes; everything else is.
     *
     * @throws TensorException if they do not lie inside the file, or a copy is over the memory budget
     */
    public Tensor tensor(StoredType type, long begin, long... shape) {
        long count = new Shape(shape).size();
        long end = Math.addExact(begin, Math.multiplyExact(count, type.width()));
        if (begin < 0 || end > bytes.count()) {
            throw new TensorException(type + Arrays.toString(shape) + " at byte " + begin + " ends at byte " + end
                    + " of a file of " + bytes.count() + ".");
        }
        boolean isAligned = begin % type.width() == 0;
        if (type == StoredType.F32 && isMapped && isAligned) {
            return Tensor.mapped(SCRIPT.array("seen", bytes, begin, count, type.stored, shape));
        }
        NativeMemory.require(count * type.widthRead(), "Reading " + type + Arrays.toString(shape) + " from a file");
        if (isAligned) {
            return SCRIPT.call("converted", bytes, begin, count, type.stored, type.read, shape);
        }
        try (Scope scope = Scope.open()) {
            Tensor part = SCRIPT.call("part", bytes, begin, end);
            return scope.keep(SCRIPT.call("converted", part, 0L, count, type.stored, type.read, shape));
        }
    }
}
