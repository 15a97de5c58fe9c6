package practicum.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Products of activations and a weight matrix by oneDNN, the second of the two libraries of matrix products inside
 * libtorch. PyTorch itself takes MKL for float32; on AMD's Zen 4 oneDNN is a quarter faster at 64 rows, and up to twice as
 * fast where the matrix is as wide as a vocabulary. A single row, as in generation, only waits for the matrix to be read:
 * there MKL is a fifth faster, but for a vocabulary.
 *
 * <p>PyTorch cannot differentiate oneDNN's product, so it is used only where nothing is recorded for that.
 */
final class OneDnn {
    /** Below this many multiplications the call costs more than it saves. */
    private static final long WORTHWHILE = 1 << 21;

    /** From this many columns on it is the faster for a single row too. */
    private static final int WIDE = 1 << 14;

    private static final @Nullable TorchScript SCRIPT = find();

    private OneDnn() {}

    /** Whether it should compute x [.., in] times w [in, out]. */
    static boolean suits(Tensor x, Tensor w) {
        return SCRIPT != null
                && x.rank() >= 2
                && w.rank() == 2
                && x.size(-1) == w.size(0)
                && x.count() * w.size(1) >= WORTHWHILE
                && (x.count() > x.size(-1) || w.size(1) >= WIDE)
                && areFloats(x, w)
                && !JniUtils.isGradMode();
    }

    /**
     * Whether oneDNN computes with a matrix as it lies. It could with every matrix whose numbers lie side by side along one
     * axis, but those with gaps between their rows or columns, such as one head's part of W_Q, it multiplies hundreds of
     * times more slowly than PyTorch does.
     */
    static boolean takes(Tensor w) {
        return script().flag("one_step", w);
    }

    static Tensor product(Tensor x, Tensor w) {
        return script().call("product", x, w);
    }

    static Tensor affine(Tensor x, Tensor w, Tensor bias) {
        return script().call("affine", x, w, bias);
    }

    static Tensor affineGeluTanh(Tensor x, Tensor w, Tensor bias) {
        return script().call("affine_gelu_tanh", x, w, bias);
    }

    private static boolean areFloats(Tensor x, Tensor w) {
        return x.pt().getDataType() == DataType.FLOAT32 && w.pt().getDataType() == DataType.FLOAT32;
    }

    private static TorchScript script() {
        if (SCRIPT == null) {
            throw new IllegalStateException("this libtorch has no oneDNN");
        }
        return SCRIPT;
    }

    /** Null where libtorch is built without it, and where nobody has measured it. */
    private static @Nullable TorchScript find() {
        if (!Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"))) {
            return null;
        }
        try {
            TorchScript script = TorchScript.resource(OneDnn.class, "onednn.py");
            try (GradMode off = GradMode.off()) {
                script.call("product", Tensor.ones(2, 2), Tensor.ones(2, 2));
            }
            return script;
        } catch (TensorException e) {
            return null;
        }
    }
}
