package practicum.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;

/** What is computed with tensors. Shapes broadcast as in PyTorch; every operation makes a new tensor. */
public abstract sealed class TensorMath extends TensorLayout permits Tensor {
    TensorMath(PtNDArray array, List<String> axes, Storage storage) {
        super(array, axes, storage);
    }

    // ---------------------------------------------------------------- number by number

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
        requireGiven("matMul", other);
        boolean fits = rank() > 0 && other.rank() > 0 && size(-1) == other.size(other.rank() == 1 ? 0 : -2);
        if (!fits) {
            throw new TensorException("matMul of " + this + " and " + other
                    + ": the last dimension of the first must equal the last but one of the second."
                    + (other.rank() == 2 && rank() > 0 && size(-1) == other.size(1)
                            ? " It would fit with the second transposed: other.t()."
                            : ""));
        }
        return OneDnn.suits(self(), other)
                ? OneDnn.product(self(), other)
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
        return mul(self()).sum(dim).sqrt();
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

    // ---------------------------------------------------------------- layers

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
        requireGiven("affine", weight, bias);
        return OneDnn.suits(self(), weight)
                ? OneDnn.affine(self(), weight, bias)
                : Ops.one("affine", this, weight, bias);
    }

    /**
     * {@code affine(weight, bias).geluTanh()}, in one step where that is faster and nothing is differentiated; it agrees
     * with the two steps to about 1e-6.
     */
    public Tensor affineGeluTanh(Tensor weight, Tensor bias) {
        requireGiven("affineGeluTanh", weight, bias);
        return OneDnn.suits(self(), weight)
                ? OneDnn.affineGeluTanh(self(), weight, bias)
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

    // ---------------------------------------------------------------- comparison

    public Tensor greater(Tensor other) {
        return binary("greater", other, NDArray::gt);
    }

    /** bool: where both are the same value. */
    public Tensor same(Tensor other) {
        return binary("same", other, NDArray::eq);
    }
}
