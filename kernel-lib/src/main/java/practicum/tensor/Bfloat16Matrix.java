package practicum.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/**
 * A weight matrix [in, out] rounded to bfloat16, which has float32's range and 8 of its 24 significant bits. Products with
 * it take half of float32's time or less, on processors that multiply such numbers.
 *
 * <p>Activations are rounded too, products are summed in float32, and each result is rounded once: with rounding to the
 * nearest, a result is off by at most about 2⁻⁷ of Σ|x·w|, and by far less on average because errors cancel.
 *
 * <p>It is no {@link Tensor}, because DJL knows no bfloat16 and ends the process where it meets one: only TorchScript ever
 * sees these numbers. They lie in the order in which oneDNN multiplies them, which saves a third of each product. They are freed when nothing refers to the matrix, and count as a tensor's do.
 */
public final class Bfloat16Matrix {
    private static final int BYTES = 2;

    private static @Nullable TorchScript script;

    private final PtNDArray array; // [out, in], in oneDNN's own layout
    private final int in;
    private final int out;

    private Bfloat16Matrix(PtNDArray array, int in, int out) {
        this.array = array;
        this.in = in;
        this.out = out;
        Storage storage = Storage.ofBytes(bytes(in, out));
        NativeMemory.CLEANER.register(this, new TensorHandle.Release(array, storage));
        storage.hold();
    }

    /**
     * Rounds a matrix [in, out].
     *
     * @throws TensorException if this processor does not multiply bfloat16, or it is no matrix of numbers
     */
    public static Bfloat16Matrix of(Tensor matrix) {
        Processor.requireBfloat16();
        if (matrix.rank() != 2 || !isFloating(matrix)) {
            throw new TensorException(
                    "Only a matrix of float32 or float64 is rounded to bfloat16, got " + matrix + ".");
        }
        int in = matrix.size(0);
        int out = matrix.size(1);
        NativeMemory.require(bytes(in, out), "A matrix in bfloat16");
        return new Bfloat16Matrix(script().array("rounded", matrix.detach()), in, out);
    }

    /**
     * {@code x · this}, float32: [.., in] becomes [.., out].
     *
     * @throws TensorException if the sizes do not fit, x is not float32, or x is to be differentiated
     */
    public Tensor product(Tensor x) {
        requireFits(x);
        return script().call("product", x, this);
    }

    /** {@code x · this + bias}, float32. */
    public Tensor affine(Tensor x, Tensor bias) {
        requireFits(x);
        return script().call("affine", x, this, bias);
    }

    private void requireFits(Tensor x) {
        if (x.rank() == 0 || x.size(-1) != in || x.pt().getDataType() != DataType.FLOAT32) {
            throw new TensorException("The product of " + x + " and " + this
                    + ": the first must be float32 and its last dimension " + in + ".");
        }
        if (JniUtils.isGradMode() && x.isDifferentiable()) {
            throw new TensorException(
                    "Products in bfloat16 are not differentiated: take gradients, and train, in float32,"
                            + " with the model that inBfloat16() was called on.");
        }
    }

    /** For TorchScript only: no method of it that asks for its type may be called. */
    PtNDArray array() {
        return array;
    }

    private static boolean isFloating(Tensor matrix) {
        DataType type = matrix.pt().getDataType();
        return type == DataType.FLOAT32 || type == DataType.FLOAT64;
    }

    private static long bytes(int in, int out) {
        return (long) BYTES * in * out;
    }

    private static synchronized TorchScript script() {
        TorchScript compiled = script;
        if (compiled == null) {
            compiled = TorchScript.resource(Bfloat16Matrix.class, "bfloat16.py");
            script = compiled;
        }
        return compiled;
    }

    @Override
    public String toString() {
        return "Bfloat16Matrix[" + in + ", " + out + "]";
    }
}
