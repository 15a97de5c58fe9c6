package practicum.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An array of numbers: a thin handle over a DJL {@link NDArray} that frees its native memory when nothing refers to it.
 *
 * <p>Values never change: every operation makes a new tensor. Dimensions are counted from 0, or from the end with
 * negative numbers, and indices likewise. A tensor may carry names of its axes, which appear when it is printed and in
 * errors.
 */
public final class Tensor extends TensorMath {
    Tensor(PtNDArray array, List<String> axes, Storage storage) {
        super(array, axes, storage);
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
        requireGiven("of", values, shape);
        long[] dims = shape.length == 0 ? new long[] {values.length} : shape;
        requireCount(values.length, dims);
        return copied(FloatBuffer.wrap(values), dims, DataType.FLOAT32);
    }

    /** A float32 vector. */
    public static Tensor of(double... values) {
        requireGiven("of", values);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return of(floats);
    }

    /** A float32 matrix [rows, columns]. */
    public static Tensor of(double[][] rows) {
        requireGiven("of", rows);
        requireGiven("of", (Object[]) rows);
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
        requireGiven("of", values, shape);
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
        double count = LongStream.of(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (count > Integer.MAX_VALUE) {
            throw new TensorException(String.format(
                    Locale.ROOT,
                    "A tensor %s has %,.0f numbers; drawn at once can be %,d.",
                    Arrays.toString(shape),
                    count,
                    Integer.MAX_VALUE));
        }
        Random random = Seeds.random(seed);
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return of(values, shape);
    }

    /** Joins tensors along an existing dimension. */
    public static Tensor concat(int dim, List<Tensor> parts) {
        requireGiven("concat", parts);
        if (parts.size() == 1) { // DJL would copy it, and cut it off from its graph
            return parts.get(0);
        }
        return joined("concat", parts, list -> NDArrays.concat(list, dim));
    }

    /** Joins tensors of one shape along a new dimension. */
    public static Tensor stack(int dim, List<Tensor> parts) {
        requireGiven("stack", parts);
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
        requireGiven(name, parts.toArray());
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
        requireGiven("einsum", equation, tensors);
        requireGiven("einsum", (Object[]) tensors);
        return Ops.one("einsum", equation, List.of(tensors));
    }

    /** Picks from {@code a} where the condition holds, else from {@code b}; all three broadcast. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        requireGiven("where", condition, a, b);
        return Ops.one("where", condition, a, b);
    }

    private static void requireSizes(long[] shape) {
        requireGiven("A shape", shape);
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

    // ---------------------------------------------------------------- types

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
}
