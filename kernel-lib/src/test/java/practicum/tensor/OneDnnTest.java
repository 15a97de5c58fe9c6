package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The fast products against the same in double precision, which MKL computes, for every way a matrix can lie in memory. */
class OneDnnTest {
    private static final int IN = 512;
    private static final int OUT = 320;
    private final Tensor x = Tensor.randn(1, 2, 16, IN);
    private final Tensor w = Tensor.randn(2, IN, OUT);
    private final Tensor bias = Tensor.randn(3, OUT);

    private void assertRight(Tensor matrix) {
        Tensor product = x.toDouble().matMul(matrix.toDouble());
        try (GradMode off = GradMode.off()) {
            assertThat(OneDnn.suits(x, matrix)).isTrue();
            assertClose(x.matMul(matrix), product);
            assertClose(x.affine(matrix, bias), product.add(bias.toDouble()));
            assertClose(
                    x.affineGeluTanh(matrix, bias), product.add(bias.toDouble()).geluTanh());
        }
    }

    private static void assertClose(Tensor found, Tensor expected) {
        assertThat(found.shape()).containsExactly(expected.shape());
        assertThat(found.toDouble().sub(expected).abs().max().item()).isLessThan(2e-4f); // sums of 512 numbers near 1
    }

    @Test
    void aMatrixThatLiesRowByRow() {
        assertRight(w);
    }

    @Test
    void aMatrixThatLiesColumnByColumn() {
        assertRight(Tensor.randn(4, OUT, IN).t());
    }

    @Test
    void columnsOfAWiderMatrix() {
        assertRight(Tensor.randn(5, IN, 3 * OUT).narrow(1, OUT, 2 * OUT));
        assertRight(Tensor.randn(6, 3 * OUT, IN).narrow(0, OUT, 2 * OUT).t());
    }

    @Test
    void aPartOfAMatrixIsLeftToPyTorchWhichIsFasterThere() {
        assertThat(OneDnn.takes(w)).isTrue();
        assertThat(OneDnn.takes(w.t())).isTrue();
        assertThat(OneDnn.takes(w.narrow(0, 3, IN))).isTrue();
        assertThat(OneDnn.takes(w.narrow(1, 3, OUT))).isFalse();
        assertThat(OneDnn.takes(w.t().narrow(0, 3, OUT))).isFalse();
    }

    @Test
    void aSingleRowIsLeftToPyTorchUnlessTheMatrixIsAsWideAsAVocabulary() {
        Tensor row = Tensor.randn(12, 1, 1, 128);
        Tensor vocabulary = Tensor.randn(13, 128, 20000);
        try (GradMode off = GradMode.off()) {
            assertThat(OneDnn.suits(Tensor.ones(1, 1, 4096), Tensor.ones(4096, 1024)))
                    .isFalse();
            assertThat(OneDnn.suits(Tensor.ones(1, 2, 4096), Tensor.ones(4096, 1024)))
                    .isTrue();
            assertThat(OneDnn.suits(row, vocabulary)).isTrue();
            assertClose(row.matMul(vocabulary), row.toDouble().matMul(vocabulary.toDouble()));
        }
    }

    @Test
    void aMatrixWithGapsBetweenItsNumbers() {
        assertRight(Tensor.randn(7, IN, OUT, 2).select(2, 1));
        assertRight(Tensor.randn(8, 1, OUT).expand(IN, OUT));
        assertRight(Tensor.randn(9, IN, 1).expand(IN, OUT));
    }

    @Test
    void aMatrixThatBeginsAnywhereInMemory() {
        assertRight(Tensor.randn(10, IN * OUT + 1).narrow(0, 1, IN * OUT + 1).reshape(IN, OUT));
    }

    @Test
    void activationsThatLieInAnotherOrder() {
        Tensor turned = Tensor.randn(11, IN, 40).t();
        try (GradMode off = GradMode.off()) {
            assertClose(turned.matMul(w), turned.toDouble().matMul(w.toDouble()));
        }
    }

    @Test
    void whatIsDifferentiatedIsLeftToPyTorch() {
        try (GradMode on = GradMode.on()) {
            Tensor leaf = x.requiresGrad();
            Tensor gradient = Autograd.grad(leaf.matMul(w).sum(), List.of(leaf)).get(0);
            assertClose(gradient, w.toDouble().sum(1).expand(x.shape()));
        }
    }
}
