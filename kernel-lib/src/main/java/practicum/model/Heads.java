package practicum.model;

import java.util.Arrays;
import practicum.tensor.Tensor;

/** Splits a last axis into heads and joins it again, whatever axes stand before it. */
final class Heads {
    private Heads() {}

    /** {@code count} heads of equal width [.., head, d_head] out of [.., head · d_head]. */
    static Tensor split(Tensor x, int count) {
        long[] shape = Arrays.copyOf(x.shape(), x.rank() + 1);
        shape[x.rank() - 1] = count;
        shape[x.rank()] = x.size(-1) / count;
        return x.reshape(shape);
    }

    /** The heads side by side: [.., head · d_head] out of [.., head, d_head]. */
    static Tensor joined(Tensor heads) {
        long[] shape = Arrays.copyOf(heads.shape(), heads.rank() - 1);
        shape[shape.length - 1] *= heads.size(-1);
        return heads.reshape(shape);
    }
}
