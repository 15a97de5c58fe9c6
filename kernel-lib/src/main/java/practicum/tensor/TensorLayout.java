package practicum.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What picks, joins and rearranges a tensor's values without computing with them. Dimensions and indices are counted from
 * 0, or from the end with negative numbers.
 */
public abstract sealed class TensorLayout extends TensorHandle permits TensorMath {
    TensorLayout(PtNDArray array, List<String> axes, Storage storage) {
        super(array, axes, storage);
    }

    /** What stands at the given indices of the first dimensions: {@code get(0, -1)} of [batch, pos, d] is a [d]. */
    public Tensor get(int... index) {
        requireGiven("get", index);
        if (index.length > rank()) {
            throw new TensorException(
                    "get(" + Arrays.toString(index) + ") has more indices than " + this + " has axes.");
        }
        Tensor result = self();
        for (int i : index) {
            result = result.select(0, i);
        }
        return result;
    }

    /** What stands at one index of a dimension; that dimension is gone. */
    public Tensor select(int dim, int index) {
        int d = dim(dim);
        int i = index < 0 ? index + size(d) : index;
        if (i < 0 || i >= size(d)) {
            throw new TensorException("Index " + index + " is outside dimension " + label(d) + " of " + this
                    + ", which runs from 0 to " + (size(d) - 1) + ".");
        }
        Tensor picked = viewed(() -> "select", () -> Ops.array("select", this, d, i));
        return axes.isEmpty() ? picked : picked.as(without(axes, d));
    }

    /** The indices from {@code from} up to but not including {@code to} of a dimension. */
    public Tensor narrow(int dim, int from, int to) {
        int d = dim(dim);
        if (from < 0 || to > size(d) || from >= to) {
            throw new TensorException("narrow(" + dim + ", " + from + ", " + to + ") is outside dimension " + label(d)
                    + " of " + this + ".");
        }
        return viewed(() -> "narrow", () -> Ops.array("narrow", this, d, from, to - from))
                .as(axes);
    }

    /** The slices at the given indices of a dimension, in that order; an index may come twice. */
    public Tensor take(int dim, Tensor indices) {
        int d = dim(dim);
        return Ops.one("index_select", this, d, indices).as(axes);
    }

    /** As {@link #take(int, Tensor)}; negative indices count from the end. */
    public Tensor take(int dim, int... indices) {
        requireGiven("take", indices);
        int size = size(dim);
        long[] positive =
                IntStream.of(indices).mapToLong(i -> i < 0 ? i + size : i).toArray();
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] < 0 || positive[i] >= size) {
                throw new TensorException("Index " + indices[i] + " is outside dimension " + label(dim(dim)) + " of "
                        + this + ", which runs from 0 to " + (size - 1) + ".");
            }
        }
        return take(dim, Tensor.of(positive));
    }

    /** The same values in another shape; one size may be −1. */
    public Tensor reshape(long... newShape) {
        requireGiven("reshape", newShape);
        Supplier<String> what = () -> "reshape of " + this + " to " + Arrays.toString(newShape);
        // Whether PyTorch copied is worth asking only where it matters for the budget.
        boolean isView = storage.isLarge() && Ops.flag("is_contiguous", this);
        return isView ? viewed(what, () -> pt().reshape(newShape)) : made(what, () -> pt().reshape(newShape));
    }

    /** The dimensions in another order. */
    public Tensor permute(int... order) {
        requireGiven("permute", order);
        if (order.length != rank()) {
            throw new TensorException("permute" + Arrays.toString(order) + " must name each of the " + rank()
                    + " dimensions of " + this + " once.");
        }
        Tensor result =
                viewed(() -> "permute of " + this + " to " + Arrays.toString(order), () -> pt().transpose(order));
        return axes.isEmpty()
                ? result
                : result.as(IntStream.of(order).mapToObj(axes::get).toList());
    }

    /** The last two dimensions swapped. */
    public Tensor t() {
        if (rank() < 2) {
            throw new TensorException("t() needs two dimensions, but this is " + this + ".");
        }
        int[] order = IntStream.range(0, rank()).toArray();
        order[rank() - 2] = rank() - 1;
        order[rank() - 1] = rank() - 2;
        return permute(order);
    }

    /** A new dimension of size 1. */
    public Tensor unsqueeze(int dim) {
        int d = dim < 0 ? dim + rank() + 1 : dim;
        return viewed(() -> "unsqueeze", () -> pt().expandDims(d));
    }

    /** Without a dimension, which must have size 1. */
    public Tensor squeeze(int dim) {
        int d = dim(dim);
        if (shape[d] != 1) {
            throw new TensorException("squeeze(" + dim + ") of " + this + ": that dimension has more than one value.");
        }
        return viewed(() -> "squeeze", () -> pt().squeeze(d));
    }

    /** The values repeated to a larger shape, by the rules of broadcasting. */
    public Tensor expand(long... newShape) {
        requireGiven("expand", newShape);
        return viewed(() -> "expand of " + this + " to " + Arrays.toString(newShape), () -> pt().broadcast(newShape));
    }

    /** Values above the diagonal of the last two dimensions, moved up by {@code k}, become 0. */
    public Tensor tril(int k) {
        return Ops.one("tril", this, k);
    }

    /** int64 indices as rows of this matrix: an embedding look-up. */
    public Tensor lookup(Tensor ids) {
        requireGiven("lookup", ids);
        Tensor flat = Ops.one("index_select", this, 0, ids.reshape(-1));
        long[] dims = Arrays.copyOf(ids.shape, ids.rank() + 1);
        dims[ids.rank()] = size(1);
        return flat.reshape(dims);
    }
}
