package practicum.weights;

import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

/**
 * A product of two matrices that is never multiplied out: a head's circuit is [d_model, d_model] but of rank d_head, and
 * the same through the vocabulary would not fit into memory. Matrices multiply from the right (x · A · B).
 *
 * <p>Leading dimensions are a batch. The idea, and most of the names, are TransformerLens's.
 *
 * @param a the left factor [.., rows, rank]
 * @param b the right factor [.., rank, columns]
 */
public record FactoredMatrix(Tensor a, Tensor b) {
    public FactoredMatrix {
        if (a.rank() < 2 || b.rank() < 2 || a.size(-1) != b.size(-2)) {
            throw new TensorException("A product of " + a + " and " + b
                    + ": the last dimension of the first must equal the last but one of the second.");
        }
    }

    /** The product of two matrices. */
    public static FactoredMatrix of(Tensor a, Tensor b) {
        return new FactoredMatrix(a, b);
    }

    /** The number of rows. */
    public int rows() {
        return a.size(-2);
    }

    /** The number of columns. */
    public int columns() {
        return b.size(-1);
    }

    /** The inner size: the rank is at most this. */
    public int inner() {
        return a.size(-1);
    }

    /** The matrix itself [.., rows, columns]: only where that is small. */
    public Tensor toTensor() {
        return a.matMul(b);
    }

    /** The transpose, factored. */
    public FactoredMatrix t() {
        return new FactoredMatrix(b.t(), a.t());
    }

    /** {@code x · A · B}, for x [.., rows]. */
    public Tensor from(Tensor x) {
        return x.matMul(a).matMul(b);
    }

    /** {@code A · B · right} for a matrix [columns, n], factored. */
    public FactoredMatrix times(Tensor right) {
        return new FactoredMatrix(a, b.matMul(right));
    }

    /** {@code left · A · B} for a matrix [n, rows], factored. */
    public FactoredMatrix after(Tensor left) {
        return new FactoredMatrix(left.matMul(a), b);
    }

    /** This product and then another: {@code A · B · C · D}, factored by the smaller of the two inner sizes. */
    public FactoredMatrix then(FactoredMatrix next) {
        try (Scope scope = Scope.open()) {
            Tensor middle = b.matMul(next.a); // [.., inner, next.inner]
            boolean mine = inner() <= next.inner();
            Tensor left = mine ? a : a.matMul(middle);
            Tensor right = mine ? middle.matMul(next.b) : next.b;
            return new FactoredMatrix(scope.keep(left), scope.keep(right));
        }
    }

    /** Every number times a factor. */
    public FactoredMatrix scaled(double factor) {
        return new FactoredMatrix(a.mul(factor), b);
    }

    /** One number [..]. */
    public Tensor get(int row, int column) {
        return a.select(-2, row).mul(b.select(-1, column)).sum(-1);
    }

    // ---------------------------------------------------------------- what it does

    /**
     * The singular value decomposition, in falling order: u [.., rows, k], s [.., k], vt [.., k, columns], k = min(rows,
     * inner, columns). Only matrices of the inner size are decomposed.
     */
    public Linalg.Svd svd() {
        try (Scope scope = Scope.open()) {
            Linalg.Qr left = Linalg.qr(a);
            Linalg.Qr right = Linalg.qr(b.t());
            Linalg.Svd core = Linalg.svd(left.r().matMul(right.r().t()));
            return new Linalg.Svd(
                    scope.keep(left.q().matMul(core.u())),
                    scope.keep(core.s()),
                    scope.keep(core.vt().matMul(right.q().t())));
        }
    }

    /**
     * The eigenvalues that can differ from 0 [.., min(rows, inner)], of a square matrix: A·B and the much smaller B·A have
     * the same ones.
     *
     * @throws TensorException if the matrix is not square
     */
    public Eigenvalues eigenvalues() {
        requireSquare("eigenvalues");
        try (Scope scope = Scope.open()) {
            Tensor both = Linalg.eigenvalues(inner() <= rows() ? b.matMul(a) : a.matMul(b)); // [.., n, 2]
            return new Eigenvalues(scope.keep(both.select(-1, 0)), scope.keep(both.select(-1, 1)));
        }
    }

    /** The Frobenius norm [..]: the root of the sum of all squares. */
    public Tensor norm() {
        try (Scope scope = Scope.open()) {
            Tensor core = Linalg.qr(a).r().matMul(Linalg.qr(b.t()).r().t());
            return scope.keep(core.mul(core).sum(-1).sum(-1).sqrt());
        }
    }

    /**
     * The sum of the diagonal [..], of a square matrix.
     *
     * @throws TensorException if the matrix is not square
     */
    public Tensor trace() {
        requireSquare("trace");
        try (Scope scope = Scope.open()) {
            return scope.keep(a.mul(b.t()).sum(-1).sum(-1));
        }
    }

    private void requireSquare(String what) {
        if (rows() != columns()) {
            throw new TensorException("Only a square matrix has " + what + ", but this is " + this + ".");
        }
    }

    @Override
    public String toString() {
        return "FactoredMatrix[" + rows() + ", " + columns() + "] of inner size " + inner();
    }
}
