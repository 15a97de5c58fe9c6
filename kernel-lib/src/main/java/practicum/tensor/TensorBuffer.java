package practicum.tensor;

import org.jspecify.annotations.Nullable;

/**
 * A tensor that grows along one dimension, without copying what is there. Not for gradients: what is appended is cut off
 * from its graph.
 */
public final class TensorBuffer {
    private final int dim;
    private final int capacity;
    private @Nullable Tensor memory;
    private int size;

    /** An empty buffer for at most {@code capacity} slices along a dimension. */
    public TensorBuffer(int dim, int capacity) {
        this.dim = dim;
        this.capacity = capacity;
    }

    /**
     * Appends slices and gives all so far, as a view of the buffer.
     *
     * @throws TensorException if they are more than the capacity leaves room for
     */
    public Tensor append(Tensor slices) {
        int count = slices.size(dim);
        if (size + count > capacity) {
            throw new TensorException(
                    "A buffer of " + capacity + " slices that holds " + size + " has no room for " + count + " more.");
        }
        Tensor all = memory == null ? allocate(slices) : memory;
        Ops.one("write", all, dim, size, slices);
        size += count;
        return all.narrow(dim, 0, size);
    }

    private Tensor allocate(Tensor slices) {
        long[] shape = slices.shape();
        shape[dim] = capacity;
        Tensor allocated = Scope.outside(() -> Tensor.zeros(shape));
        memory = allocated;
        return allocated;
    }
}
