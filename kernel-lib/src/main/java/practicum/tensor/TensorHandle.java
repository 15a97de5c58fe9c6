package practicum.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a tensor is: a DJL array that it owns or looks at, its shape, the names of its axes, and its values as Java's
 * numbers. It is only ever a {@link Tensor}.
 */
public abstract sealed class TensorHandle permits TensorLayout {
    final PtNDArray array;
    final long[] shape;
    final List<String> axes;
    final Storage storage;
    private final Cleaner.Cleanable cleanable;

    @Nullable
    Scope scope;

    TensorHandle(PtNDArray array, List<String> axes, Storage storage) {
        this.array = array;
        this.shape = array.getShape().getShape();
        this.axes = axes;
        this.storage = storage;
        this.cleanable = NativeMemory.CLEANER.register(this, new Release(array, storage));
        this.scope = Scope.current();
        if (scope != null) {
            scope.adopt(self());
        }
        storage.hold();
    }

    /** What the cleaner runs; it must not refer to the tensor itself. */
    record Release(NDArray array, Storage storage) implements Runnable {
        @Override
        public void run() {
            array.close();
            storage.release();
        }
    }

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
        requireGiven("named", names);
        requireGiven("named", (Object[]) names);
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
        return self().get(index).item();
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

    /** This, as what it always is. */
    final Tensor self() {
        return (Tensor) this;
    }

    void free() {
        cleanable.clean();
    }

    Tensor as(List<String> names) {
        return names.size() == rank() && !names.equals(axes)
                ? new Tensor((PtNDArray) pt().reshape(array.getShape()), names, storage)
                : self();
    }

    /** An operation on two arrays. */
    interface Binary {
        NDArray apply(NDArray a, NDArray b);
    }

    Tensor binary(String name, Tensor other, Binary operation) {
        if (other == null) {
            throw new TensorException(name + " of " + this + " and null is not possible: give a tensor.");
        }
        Tensor result = made(() -> name + " of " + this + " and " + other, () -> operation.apply(pt(), other.pt()));
        return Arrays.equals(result.shape, shape) ? result.as(axes) : result;
    }

    /** A sum, mean or extreme along dimensions. */
    interface Reduction {
        NDArray apply(NDArray a, int[] dims);
    }

    Tensor reduced(String name, int dim, Reduction reduction) {
        int d = dim(dim);
        Tensor result = made(() -> name, () -> reduction.apply(pt(), new int[] {d}));
        return axes.isEmpty() ? result : result.as(without(axes, d));
    }

    Tensor made(Supplier<String> what, Supplier<NDArray> operation) {
        NDArray result = attempt(what, operation);
        return new Tensor((PtNDArray) result, List.of(), Storage.of(result));
    }

    /** A tensor that looks at this one's memory, which counts until neither needs it. */
    Tensor viewed(Supplier<String> what, Supplier<NDArray> operation) {
        return new Tensor((PtNDArray) attempt(what, operation), List.of(), storage);
    }

    static NDArray attempt(Supplier<String> what, Supplier<NDArray> operation) {
        try {
            return operation.get();
        } catch (EngineException | IllegalArgumentException e) {
            throw new TensorException(what.get() + " is not possible: " + TorchScript.firstLine(e), e);
        } finally { // the lambdas hold the operands, which must not be freed while PyTorch reads them
            Reference.reachabilityFence(what);
            Reference.reachabilityFence(operation);
        }
    }

    /** Refuses null among what an operation is given; an array among them is one thing. */
    static void requireGiven(String operation, @Nullable Object... arguments) {
        if (arguments == null || Arrays.asList(arguments).contains(null)) {
            throw new TensorException(operation + " got null where it needs values, tensors, names or sizes.");
        }
    }

    int dim(int dim) {
        int d = dim < 0 ? dim + rank() : dim;
        if (d < 0 || d >= rank()) {
            throw new TensorException(
                    "Dimension " + dim + " does not exist in " + this + ", which has " + rank() + " dimensions.");
        }
        return d;
    }

    String label(int dim) {
        return axes.isEmpty() ? String.valueOf(dim) : dim + " (" + axes.get(dim) + ")";
    }

    static List<String> without(List<String> names, int dim) {
        return IntStream.range(0, names.size())
                .filter(i -> i != dim)
                .mapToObj(names::get)
                .toList();
    }
}
