package practicum.tensor;

/** How a file stores numbers, under the names of the safetensors format; numbers are little-endian. */
public enum StoredType {
    F64(8, Scalar.DOUBLE, Scalar.FLOAT),
    F32(4, Scalar.FLOAT, Scalar.FLOAT),
    F16(2, Scalar.HALF, Scalar.FLOAT),
    BF16(2, Scalar.BFLOAT16, Scalar.FLOAT),
    I64(8, Scalar.LONG, Scalar.LONG),
    I32(4, Scalar.INT, Scalar.LONG),
    I16(2, Scalar.SHORT, Scalar.LONG),
    I8(1, Scalar.CHAR, Scalar.LONG),
    U8(1, Scalar.BYTE, Scalar.LONG),
    BOOL(1, Scalar.BYTE, Scalar.BOOL);

    /** PyTorch's numbers for its types (c10/core/ScalarType.h). */
    private static final class Scalar {
        static final int BYTE = 0;
        static final int CHAR = 1;
        static final int SHORT = 2;
        static final int INT = 3;
        static final int LONG = 4;
        static final int HALF = 5;
        static final int FLOAT = 6;
        static final int DOUBLE = 7;
        static final int BOOL = 11;
        static final int BFLOAT16 = 15;
    }

    private final int width;
    final int stored;
    final int read;

    StoredType(int width, int stored, int read) {
        this.width = width;
        this.stored = stored;
        this.read = read;
    }

    /** Bytes of one number in the file. */
    public int width() {
        return width;
    }

    /** Bytes of one number in the tensor that is read. */
    int widthRead() {
        return read == Scalar.LONG ? Long.BYTES : read == Scalar.FLOAT ? Float.BYTES : 1;
    }
}
