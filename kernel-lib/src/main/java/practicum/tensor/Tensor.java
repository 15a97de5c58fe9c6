package practicum.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers: a thin handle over a DJL {@link NDArray} that frees its native memory when nothing refers to it.
 *
 * <p>Values never change: every operation makes a new tensor. Dimensions are counted from 0, or from the end with
 * negative numbers, and indices likewise. A tensor may carry names of its axes, which appear when it is printed and in
 * errors.
 */
public final class Tensor {
    private final PtNDArray array;
    private final long[] shape;
    private final List<String> axes;
    private final Storage storage;
    private final Cleaner.Cleanable cleanable;

    @Nullable
    Scope scope;

    private Tensor(PtNDArray array, List<String> axes, Storage storage) {
        this.array = array;
        this.shape = array.getShape().getShape();
        this.axes = axes;
        this.storage = storage;
        this.cleanable = NativeMemory.CLEANER.register(this, new Release(array, storage));
        this.scope = Scope.current();
        if (scope != null) {
            scope.adopt(this);
        }
        storage.hold();
    }

    /** What the cleaner runs; it must not refer to the tensor itself. */
    private record Release(NDArray array, Storage storage) implements Runnable {
        @Override
        public void run() {
            array.close();
            storage.release();
        }
    }

    // ---------------------------------------------------------------- making

    /** Takes over an array that DJL made: from now on its memory is freed with the tensor. */
    public static Tensor own(NDArray array) {
        array.detach();
        return new Tensor((PtNDArray) array, List.of(), Storage.of(array));
    }

    /** Takes over an array whose numbers lie in a file: the system may drop them from memory and read them again. */
    static Tensor mapped(NDArray array) {
        array.detach();
        return new Tensor((PtNDArray) array, List.of(), Storage.uncounted());
    }

    /**
     * DJL lets PyTorch read a Java buffer where it lies, and the buffer goes with the first handle: a view of it, or a
     * gradient that needs it, would then read freed memory. So every array is copied into memory that PyTorch owns.
     */
    private static Tensor copied(Buffer values, long[] shape, DataType type) {
        try (NDArray borrowed = Torch.manager().create(values, new Shape(shape), type)) {
            return own(borrowed.duplicate());
        }
    }

    /** A float32 tensor of the given values, row by row. */
    public static Tensor of(float[] values, long... shape) {
        long[] dims = shape.length == 0 ? new long[] {values.length} : shape;
        requireCount(values.length, dims);
        return copied(FloatBuffer.wrap(values), dims, DataType.FLOAT32);
    }

    /** A float32 vector. */
    public static Tensor of(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return of(floats);
    }

    /** A float32 matrix [rows, columns]. */
    public static Tensor of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] floats = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new TensorException("Row " + i + " has " + rows[i].length + " values, but row 0 has " + columns
                        + "; a matrix needs rows of one length.");
            }
            for (int j = 0; j < columns; j++) {
                floats[i * columns + j] = (float) rows[i][j];
            }
        }
        return of(floats, rows.length, columns);
    }

    /** An int64 tensor of the given values, row by row: token ids, indices. */
    public static Tensor of(long[] values, long... shape) {
        long[] dims = shape.length == 0 ? new long[] {values.length} : shape;
        requireCount(values.length, dims);
        return copied(LongBuffer.wrap(values), dims, DataType.INT64);
    }

    /** A float32 scalar. */
    public static Tensor scalar(double value) {
        return of(new float[] {(float) value}).reshape();
    }

    /** Zeros, float32. */
    public static Tensor zeros(long... shape) {
        requireSizes(shape);
        return own(Torch.manager().zeros(new Shape(shape), DataType.FLOAT32));
    }

    /** Ones, float32. */
    public static Tensor ones(long... shape) {
        requireSizes(shape);
        return own(Torch.manager().ones(new Shape(shape), DataType.FLOAT32));
    }

    /** The identity matrix [n, n], float32. */
    public static Tensor eye(int n) {
        requireSizes(new long[] {n, n});
        return own(Torch.manager().eye(n));
    }

    /** 0, 1, … n − 1, int64. */
    public static Tensor arange(int n) {
        return of(IntStream.range(0, n).asLongStream().toArray());
    }

    /** Draws from the standard normal distribution, float32; the same seed gives the same numbers on every machine. */
    public static Tensor randn(long seed, long... shape) {
        requireSizes(shape);
        Random random = new Random(seed);
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return of(values, shape);
    }

    /** Joins tensors along an existing dimension. */
    public static Tensor concat(int dim, List<Tensor> parts) {
        if (parts.size() == 1) { // DJL would copy it, and cut it off from its graph
            return parts.get(0);
        }
        return joined("concat", parts, list -> NDArrays.concat(list, dim));
    }

    /** Joins tensors of one shape along a new dimension. */
    public static Tensor stack(int dim, List<Tensor> parts) {
        if (parts.size() == 1) {
            return parts.get(0).unsqueeze(dim);
        }
        return joined("stack", parts, list -> NDArrays.stack(list, dim));
    }

    private interface Join {
        NDArray apply(NDList list);
    }

    private static Tensor joined(String name, List<Tensor> parts, Join join) {
        if (parts.isEmpty()) {
            throw new TensorException(name + " needs at least one tensor.");
        }
        NDList list = new NDList();
        parts.forEach(t -> list.add(t.pt()));
        return parts.get(0).made(() -> name + " of " + parts, () -> join.apply(list));
    }

    /**
     * Sums products over named dimensions, in Einstein's notation: {@code einsum("bqhd,bkhd->bhqk", q, k)}.
     *
     * @throws TensorException if the letters do not fit the shapes
     */
    public static Tensor einsum(String equation, Tensor... tensors) {
        return Ops.one("einsum", equation, List.of(tensors));
    }

    /** Picks from {@code a} where the condition holds, else from {@code b}; all three broadcast. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Ops.one("where", condition, a, b);
    }

    // ---------------------------------------------------------------- looking

    /** The sizes of the dimensions. */
    public long[] shape() {
        return shape.clone();
    }

    /** The number of dimensions. */
    public int rank() {
        return shape.length;
    }

    /** The size of one dimension. */
    public int size(int dim) {
        return Math.toIntExact(shape[dim(dim)]);
    }

    /** The number of values. */
    public long count() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** "float32", "int64", "bool", … */
    public String dtype() {
        DataType type = pt().getDataType();
        return type == DataType.BOOLEAN ? "bool" : type.toString();
    }

    /** Names of the axes, or an empty list. */
    public List<String> axes() {
        return axes;
    }

    /** This tensor with names for its axes; it shares the values. */
    public Tensor named(String... names) {
        if (names.length != rank()) {
            throw new TensorException("Got " + names.length + " axis names " + List.of(names) + " for " + this
                    + ", which has " + rank() + " axes.");
        }
        return as(List.of(names));
    }

    /** The one value of a tensor that has just one. */
    public float item() {
        if (count() != 1) {
            throw new TensorException("item() needs a tensor of one value, but this is " + this
                    + ". Pick one with item(i, j, …), or reduce it first.");
        }
        return toFloatArray()[0];
    }

    /** One value, by its indices. */
    public float item(int... index) {
        return get(index).item();
    }

    /** All values, row by row, as floats. */
    public float[] toFloatArray() {
        boolean areFloats = array.getDataType() == DataType.FLOAT32;
        NDArray floats = areFloats ? pt() : pt().toType(DataType.FLOAT32, true);
        try {
            return floats.toFloatArray();
        } finally {
            if (!areFloats) {
                floats.close();
            }
            Reference.reachabilityFence(this);
        }
    }

    /** All values, row by row, as doubles. */
    public double[] toDoubleArray() {
        try (NDArray doubles = pt().toType(DataType.FLOAT64, true)) {
            return doubles.toDoubleArray();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** All values, row by row, as longs. */
    public long[] toLongArray() {
        try (NDArray longs = pt().toType(DataType.INT64, true)) {
            return longs.toLongArray();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** A matrix as rows. */
    public float[][] toMatrix() {
        if (rank() != 2) {
            throw new TensorException("toMatrix() needs two dimensions, but this is " + this + ".");
        }
        float[] flat = toFloatArray();
        int columns = size(1);
        return IntStream.range(0, size(0))
                .mapToObj(i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns))
                .toArray(float[][]::new);
    }

    /** The DJL array itself, for what this class does not offer. It is closed with this tensor: do not close it. */
    public NDArray array() {
        return pt();
    }

    // ---------------------------------------------------------------- arithmetic

    public Tensor add(Tensor other) {
        return binary("add", other, NDArray::add);
    }

    public Tensor add(double value) {
        return Ops.one("add_number", this, value).as(axes);
    }

    public Tensor sub(Tensor other) {
        return binary("sub", other, NDArray::sub);
    }

    public Tensor sub(double value) {
        return add(-value);
    }

    public Tensor mul(Tensor other) {
        return binary("mul", other, NDArray::mul);
    }

    public Tensor mul(double value) {
        return Ops.one("mul_number", this, value).as(axes);
    }

    public Tensor div(Tensor other) {
        return binary("div", other, NDArray::div);
    }

    public Tensor div(double value) {
        return Ops.one("div_number", this, value).as(axes);
    }

    /** Each value to a power. */
    public Tensor pow(double exponent) {
        return Ops.one("power", this, exponent).as(axes);
    }

    public Tensor neg() {
        return made(() -> "neg", () -> pt().neg());
    }

    public Tensor exp() {
        return made(() -> "exp", () -> pt().exp());
    }

    /** The natural logarithm. */
    public Tensor log() {
        return made(() -> "log", () -> pt().log());
    }

    public Tensor sqrt() {
        return made(() -> "sqrt", () -> pt().sqrt());
    }

    public Tensor abs() {
        return made(() -> "abs", () -> pt().abs());
    }

    public Tensor tanh() {
        return made(() -> "tanh", () -> pt().tanh());
    }

    public Tensor sigmoid() {
        return made(() -> "sigmoid", () -> Activation.sigmoid(pt()));
    }

    public Tensor relu() {
        return made(() -> "relu", () -> Activation.relu(pt()));
    }

    /** GELU by its tanh approximation, as GPT-2 uses it (Hendrycks and Gimpel 2016, arXiv 1606.08415). */
    public Tensor geluTanh() {
        return Ops.one("gelu_tanh", this);
    }

    /** GELU, exact: x · Φ(x) (Hendrycks and Gimpel 2016, arXiv 1606.08415). */
    public Tensor gelu() {
        return Ops.one("gelu", this);
    }

    /** SiLU: x · σ(x), also called swish (Elfwing et al. 2017, arXiv 1702.03118). */
    public Tensor silu() {
        return Ops.one("silu", this);
    }

    /** {@code cap · tanh(x / cap)}: keeps values between −cap and cap, as Gemma 2 does (2024, arXiv 2408.00118). */
    public Tensor softCap(double cap) {
        return Ops.one("soft_cap", this, cap).as(axes);
    }

    /** Values below {@code low} become {@code low}, values above {@code high} become {@code high}. */
    public Tensor clip(double low, double high) {
        return Ops.one("clip", this, low, high).as(axes);
    }

    /**
     * The matrix product over the last two dimensions; those before broadcast.
     *
     * @throws TensorException if the inner sizes differ
     */
    public Tensor matMul(Tensor other) {
        boolean fits = rank() > 0 && other.rank() > 0 && size(-1) == other.size(other.rank() == 1 ? 0 : -2);
        if (!fits) {
            throw new TensorException("matMul of " + this + " and " + other
                    + ": the last dimension of the first must equal the last but one of the second."
                    + (other.rank() == 2 && rank() > 0 && size(-1) == other.size(1)
                            ? " It would fit with the second transposed: other.t()."
                            : ""));
        }
        return OneDnn.suits(this, other)
                ? OneDnn.product(this, other)
                : made(() -> "matMul of " + this + " and " + other, () -> pt().matMul(other.pt()));
    }

    // ---------------------------------------------------------------- reductions

    /** The sum of all values, a scalar. */
    public Tensor sum() {
        return made(() -> "sum", () -> pt().sum());
    }

    public Tensor sum(int dim) {
        return reduced("sum", dim, NDArray::sum);
    }

    /** The mean of all values, a scalar. */
    public Tensor mean() {
        return made(() -> "mean", () -> pt().mean());
    }

    public Tensor mean(int dim) {
        return reduced("mean", dim, NDArray::mean);
    }

    /** The largest value, a scalar. */
    public Tensor max() {
        return made(() -> "max", () -> pt().max());
    }

    public Tensor max(int dim) {
        return reduced("max", dim, NDArray::max);
    }

    /** The smallest value, a scalar. */
    public Tensor min() {
        return made(() -> "min", () -> pt().min());
    }

    /** Where the largest value stands along a dimension, int64. */
    public Tensor argMax(int dim) {
        int d = dim(dim);
        return made(() -> "argMax", () -> pt().argMax(d));
    }

    /** The Euclidean length of all values together, a scalar. */
    public Tensor norm() {
        return made(() -> "norm", () -> pt().norm());
    }

    /** The Euclidean length along a dimension. */
    public Tensor norm(int dim) {
        return mul(this).sum(dim).sqrt();
    }

    /** The variance along a dimension, divided by n (not n − 1), as layer normalisation has it. */
    public Tensor variance(int dim) {
        Tensor centred = sub(mean(dim).unsqueeze(dim(dim)));
        return centred.mul(centred).mean(dim);
    }

    /** exp(x) / Σ exp(x) along a dimension. */
    public Tensor softmax(int dim) {
        int d = dim(dim);
        return made(() -> "softmax", () -> pt().softmax(d)).as(axes);
    }

    /** The natural logarithm of {@link #softmax}. */
    public Tensor logSoftmax(int dim) {
        int d = dim(dim);
        return made(() -> "logSoftmax", () -> pt().logSoftmax(d)).as(axes);
    }

    /** Σ of a running along a dimension. */
    public Tensor cumSum(int dim) {
        int d = dim(dim);
        return made(() -> "cumSum", () -> pt().cumSum(d));
    }

    // ---------------------------------------------------------------- shape

    /** What stands at the given indices of the first dimensions: {@code get(0, -1)} of [batch, pos, d] is a [d]. */
    public Tensor get(int... index) {
        if (index.length > rank()) {
            throw new TensorException(
                    "get(" + Arrays.toString(index) + ") has more indices than " + this + " has axes.");
        }
        Tensor result = this;
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
        int size = size(dim);
        long[] positive =
                IntStream.of(indices).mapToLong(i -> i < 0 ? i + size : i).toArray();
        for (int i = 0; i < positive.length; i++) {
            if (positive[i] < 0 || positive[i] >= size) {
                throw new TensorException("Index " + indices[i] + " is outside dimension " + label(dim(dim)) + " of "
                        + this + ", which runs from 0 to " + (size - 1) + ".");
            }
        }
        return take(dim, of(positive));
    }

    /** The same values in another shape; one size may be −1. */
    public Tensor reshape(long... newShape) {
        Supplier<String> what = () -> "reshape of " + this + " to " + Arrays.toString(newShape);
        // Whether PyTorch copied is worth asking only where it matters for the budget.
        boolean isView = storage.isLarge() && Ops.flag("is_contiguous", this);
        return isView ? viewed(what, () -> pt().reshape(newShape)) : made(what, () -> pt().reshape(newShape));
    }

    /** The dimensions in another order. */
    public Tensor permute(int... order) {
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
        return viewed(() -> "expand of " + this + " to " + Arrays.toString(newShape), () -> pt().broadcast(newShape));
    }

    /** Values above the diagonal of the last two dimensions, moved up by {@code k}, become 0. */
    public Tensor tril(int k) {
        return Ops.one("tril", this, k);
    }

    /** int64 indices as rows of this matrix: an embedding look-up. */
    public Tensor lookup(Tensor ids) {
        Tensor flat = Ops.one("index_select", this, 0, ids.reshape(-1));
        long[] dims = Arrays.copyOf(ids.shape, ids.rank() + 1);
        dims[ids.rank()] = size(1);
        return flat.reshape(dims);
    }

    /** Normalises over the last dimension, then scales and shifts (Ba et al. 2016, arXiv 1607.06450). */
    public Tensor layerNorm(Tensor weight, Tensor bias, double epsilon) {
        return Ops.one("layer_norm", this, weight, bias, epsilon);
    }

    /** Divides by the root mean square over the last dimension, then scales (Zhang and Sennrich 2019, arXiv 1910.07467). */
    public Tensor rmsNorm(Tensor weight, double epsilon) {
        return Ops.one("rms_norm", this, weight, epsilon);
    }

    /** {@code this · weight + bias} in one step: [.., in] times [in, out] plus [out]. */
    public Tensor affine(Tensor weight, Tensor bias) {
        return OneDnn.suits(this, weight) ? OneDnn.affine(this, weight, bias) : Ops.one("affine", this, weight, bias);
    }

    /**
     * {@code affine(weight, bias).geluTanh()}, in one step where that is faster and nothing is differentiated; it agrees
     * with the two steps to about 1e-6.
     */
    public Tensor affineGeluTanh(Tensor weight, Tensor bias) {
        return OneDnn.suits(this, weight)
                ? OneDnn.affineGeluTanh(this, weight, bias)
                : affine(weight, bias).geluTanh();
    }

    /** The values with {@code value} wherever the mask, which broadcasts, is true. */
    public Tensor fill(Tensor mask, double value) {
        return Ops.one("fill", this, mask, value).as(axes);
    }

    /**
     * Turns pairs of the last dimension's first values by angles (Su et al. 2021, arXiv 2104.09864).
     *
     * @param cos cosines of the angles, each standing for both values of its pair; broadcasts to [.., 2·pairs]
     * @param sin their sines
     * @param interleaved whether a pair is (0, 1), (2, 3), …, as in GPT-J, or i and i + pairs, as in GPT-NeoX and Llama
     */
    public Tensor rotate(Tensor cos, Tensor sin, boolean interleaved) {
        return Ops.one(interleaved ? "rotate_interleaved" : "rotate_halves", this, cos, sin);
    }

    // ---------------------------------------------------------------- pictures

    /**
     * Slides filters over pictures (a cross-correlation, as in all libraries, not flipped).
     * [batch, in, y, x] becomes [batch, out, y', x'] with y' = (y + 2·padding − height) / stride + 1, rounded down.
     *
     * @param weight the filters [out, in, height, width]
     * @param bias what is added to each channel [out]
     * @param stride how far the filters move
     * @param padding zeros around each picture
     */
    public Tensor conv2d(Tensor weight, Tensor bias, int stride, int padding) {
        return Ops.one("conv2d", this, weight, bias, stride, padding);
    }

    /** The largest value in each square of {@code size}, moved by {@code stride}; [batch, channel, y, x]. */
    public Tensor maxPool2d(int size, int stride) {
        return Ops.one("max_pool2d", this, size, stride);
    }

    /** The mean of each square of {@code size}, moved by {@code stride}; [batch, channel, y, x]. */
    public Tensor meanPool2d(int size, int stride) {
        return Ops.one("mean_pool2d", this, size, stride);
    }

    /**
     * Normalises each picture over all its channels and places, then scales and shifts each channel: group normalisation
     * with one group (Wu and He 2018, arXiv 1803.08494). No picture depends on the others of its batch.
     */
    public Tensor pictureNorm(Tensor weight, Tensor bias, double epsilon) {
        return Ops.one("picture_norm", this, weight, bias, epsilon);
    }

    // ---------------------------------------------------------------- comparison and types

    public Tensor greater(Tensor other) {
        return binary("greater", other, NDArray::gt);
    }

    /** bool: where both are the same value. */
    public Tensor same(Tensor other) {
        return binary("same", other, NDArray::eq);
    }

    /** The values as float32. */
    public Tensor toFloat() {
        return made(() -> "toFloat", () -> pt().toType(DataType.FLOAT32, true));
    }

    /** The values as float64. */
    public Tensor toDouble() {
        return made(() -> "toDouble", () -> pt().toType(DataType.FLOAT64, true));
    }

    // ---------------------------------------------------------------- gradients

    /** A copy, cut off from the graph, with respect to which gradients can be taken. */
    public Tensor requiresGrad() {
        Tensor leaf = made(() -> "requiresGrad", () -> pt().stopGradient().duplicate());
        leaf.array.setRequiresGradient(true);
        return leaf.as(axes);
    }

    /** The same values in memory of their own. */
    public Tensor copy() {
        return made(() -> "copy", () -> pt().duplicate()).as(axes);
    }

    /** The same values, sharing their memory, as a leaf with respect to which gradients can be taken. */
    public Tensor leaf() {
        Tensor leaf = detach();
        leaf.array.setRequiresGradient(true);
        return leaf;
    }

    /** Whether it was computed from a leaf of a graph, or is one. */
    public boolean isDifferentiable() {
        return Ops.flag("requires_grad", this); // DJL's own answer is about leaves only
    }

    /** The same values, cut off from the graph. */
    public Tensor detach() {
        return viewed(() -> "detach", () -> JniUtils.detachGradient(pt())).as(axes);
    }

    // ---------------------------------------------------------------- printing

    /** Shape, type and, when there are few, the values: {@code Tensor[pos=2, d_model=3] float32}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Tensor[");
        for (int i = 0; i < shape.length; i++) {
            text.append(i == 0 ? "" : ", ");
            if (!axes.isEmpty()) {
                text.append(axes.get(i)).append('=');
            }
            text.append(shape[i]);
        }
        text.append("] ").append(array.isReleased() ? "freed" : dtype());
        return text.toString();
    }

    // ---------------------------------------------------------------- inside

    PtNDArray pt() {
        if (array.isReleased()) {
            throw new TensorException("This tensor was freed when its Scope closed, or its run: keep it with"
                    + " scope.keep(tensor), or read it before.");
        }
        return array;
    }

    void free() {
        cleanable.clean();
    }

    private Tensor as(List<String> names) {
        return names.size() == rank() && !names.equals(axes)
                ? new Tensor((PtNDArray) pt().reshape(array.getShape()), names, storage)
                : this;
    }

    private interface Binary {
        NDArray apply(NDArray a, NDArray b);
    }

    private Tensor binary(String name, Tensor other, Binary operation) {
        if (other == null) {
            throw new TensorException(name + " of " + this + " and null is not possible: give a tensor.");
        }
        Tensor result = made(() -> name + " of " + this + " and " + other, () -> operation.apply(pt(), other.pt()));
        return Arrays.equals(result.shape, shape) ? result.as(axes) : result;
    }

    private interface Reduction {
        NDArray apply(NDArray a, int[] dims);
    }

    private Tensor reduced(String name, int dim, Reduction reduction) {
        int d = dim(dim);
        Tensor result = made(() -> name, () -> reduction.apply(pt(), new int[] {d}));
        return axes.isEmpty() ? result : result.as(without(axes, d));
    }

    private Tensor made(Supplier<String> what, Supplier<NDArray> operation) {
        NDArray result = attempt(what, operation);
        return new Tensor((PtNDArray) result, List.of(), Storage.of(result));
    }

    /** A tensor that looks at this one's memory, which counts until neither needs it. */
    private Tensor viewed(Supplier<String> what, Supplier<NDArray> operation) {
        return new Tensor((PtNDArray) attempt(what, operation), List.of(), storage);
    }

    private static NDArray attempt(Supplier<String> what, Supplier<NDArray> operation) {
        try {
            return operation.get();
        } catch (EngineException | IllegalArgumentException e) {
            throw new TensorException(what.get() + " is not possible: " + TorchScript.firstLine(e), e);
        } finally { // the lambdas hold the operands, which must not be freed while PyTorch reads them
            Reference.reachabilityFence(what);
            Reference.reachabilityFence(operation);
        }
    }

    private int dim(int dim) {
        int d = dim < 0 ? dim + rank() : dim;
        if (d < 0 || d >= rank()) {
            throw new TensorException(
                    "Dimension " + dim + " does not exist in " + this + ", which has " + rank() + " dimensions.");
        }
        return d;
    }

    private String label(int dim) {
        return axes.isEmpty() ? String.valueOf(dim) : dim + " (" + axes.get(dim) + ")";
    }

    private static List<String> without(List<String> names, int dim) {
        return IntStream.range(0, names.size())
                .filter(i -> i != dim)
                .mapToObj(names::get)
                .toList();
    }

    private static void requireSizes(long[] shape) {
        if (Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new TensorException("A shape has sizes from 0, but this is " + Arrays.toString(shape) + ".");
        }
    }

    private static void requireCount(long count, long[] shape) {
        if (new Shape(shape).size() != count) {
            throw new TensorException(count + " values do not fill the shape " + Arrays.toString(shape)
                    + ", which holds " + new Shape(shape).size() + ".");
        }
    }
}
