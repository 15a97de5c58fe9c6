package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinalgTest {
    private final Tensor a = Tensor.randn(1, 5, 4);
    private final Tensor gram = a.t().matMul(a);

    private static float distance(Tensor x, Tensor y) {
        return x.sub(y).abs().max().item();
    }

    @Test
    void theFactorsOfADecompositionMultiplyBack() {
        Linalg.Svd svd = Linalg.svd(a);
        assertThat(distance(svd.u().mul(svd.s()).matMul(svd.vt()), a)).isLessThan(1e-5f);
        Linalg.Qr qr = Linalg.qr(a);
        assertThat(distance(qr.q().matMul(qr.r()), a)).isLessThan(1e-5f);
        assertThat(distance(qr.q().t().matMul(qr.q()), Tensor.eye(4))).isLessThan(1e-5f);
        Linalg.Eigh eigh = Linalg.eigh(gram);
        assertThat(distance(
                        eigh.vectors().mul(eigh.values()).matMul(eigh.vectors().t()), gram))
                .isLessThan(1e-4f);
        Tensor l = Linalg.cholesky(gram);
        assertThat(distance(l.matMul(l.t()), gram)).isLessThan(1e-4f);
    }

    @Test
    void eigenvaluesMayBeComplex() {
        Tensor turnAndTwo = Tensor.of(new double[][] {{0, 1, 0}, {-1, 0, 0}, {0, 0, 2}});
        float[][] values = Linalg.eigenvalues(turnAndTwo).toMatrix();
        java.util.Arrays.sort(values, java.util.Comparator.comparingDouble(z -> z[0] * 10 + z[1]));
        assertThat(distance(Tensor.of(values[0]), Tensor.of(0, -1))).isLessThan(1e-6f);
        assertThat(distance(Tensor.of(values[1]), Tensor.of(0, 1))).isLessThan(1e-6f);
        assertThat(distance(Tensor.of(values[2]), Tensor.of(2, 0))).isLessThan(1e-6f);
        assertThat(distance(
                        Linalg.eigenvalues(gram).select(1, 0).sum(),
                        Linalg.eigh(gram).values().sum()))
                .isLessThan(1e-4f);
    }

    @Test
    void solutionsSolve() {
        Tensor b = Tensor.randn(2, 4, 3);
        assertThat(distance(gram.matMul(Linalg.solve(gram, b)), b)).isLessThan(1e-3f);
        Tensor target = Tensor.randn(3, 5, 1);
        Tensor x = Linalg.leastSquares(a, target);
        // The residual of a least-squares solution is orthogonal to the columns.
        assertThat(a.t().matMul(a.matMul(x).sub(target)).abs().max().item()).isLessThan(1e-4f);
    }
}
