package practicum.tensor;

import java.util.List;

/** Linear algebra on matrices [m, n], or batches of them in the last two dimensions. */
public final class Linalg {
    /** {@code a = u · diag(s) · vt}, singular values in falling order: u [m, k], s [k], vt [k, n], k = min(m, n). */
    public record Svd(Tensor u, Tensor s, Tensor vt) {}

    /** {@code a = q · r}, q with orthonormal columns, r upper triangular. */
    public record Qr(Tensor q, Tensor r) {}

    /** {@code a = vectors · diag(values) · vectorsᵀ} for a symmetric a, values in rising order. */
    public record Eigh(Tensor values, Tensor vectors) {}

    private Linalg() {}

    /** Singular value decomposition. */
    public static Svd svd(Tensor a) {
        List<Tensor> r = Ops.list("svd", a);
        return new Svd(r.get(0), r.get(1), r.get(2));
    }

    /** QR decomposition. */
    public static Qr qr(Tensor a) {
        List<Tensor> r = Ops.list("qr", a);
        return new Qr(r.get(0), r.get(1));
    }

    /** Eigenvalues and eigenvectors of a symmetric matrix; only its lower triangle is read. */
    public static Eigh eigh(Tensor a) {
        List<Tensor> r = Ops.list("eigh", a);
        return new Eigh(r.get(0), r.get(1));
    }

    /**
     * The eigenvalues of any square matrix, which may be complex, in no particular order: the last dimension of the result
     * [.., n, 2] holds the real and the imaginary part.
     */
    public static Tensor eigenvalues(Tensor a) {
        return Ops.one("eigvals", a);
    }

    /** The lower triangular l with {@code a = l · lᵀ}, for a symmetric positive definite a. */
    public static Tensor cholesky(Tensor a) {
        return Ops.one("cholesky", a);
    }

    /** The x that solves {@code a · x = b}, for a square invertible a [n, n] and b [n, k]. */
    public static Tensor solve(Tensor a, Tensor b) {
        return Ops.one("solve", a, b);
    }

    /** The x [n, k] with the smallest ‖a·x − b‖², for a [m, n] of full rank and b [m, k]. */
    public static Tensor leastSquares(Tensor a, Tensor b) {
        return Ops.one("lstsq", a, b);
    }
}
