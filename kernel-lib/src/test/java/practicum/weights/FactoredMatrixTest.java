package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import practicum.tensor.Linalg;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

class FactoredMatrixTest {
    private final Tensor a = Tensor.randn(1, 7, 3);
    private final Tensor b = Tensor.randn(2, 3, 7);
    private final FactoredMatrix ab = FactoredMatrix.of(a, b);
    private final Tensor product = a.matMul(b);

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(2e-5f);
    }

    @Test
    void productsFromBothSidesAreThoseOfTheWholeMatrix() {
        Tensor left = Tensor.randn(3, 4, 7);
        Tensor right = Tensor.randn(4, 7, 2);
        assertClose(ab.toTensor(), product);
        assertClose(ab.t().toTensor(), product.t());
        assertClose(ab.from(left), left.matMul(product));
        assertClose(ab.after(left).times(right).toTensor(), left.matMul(product).matMul(right));
        assertThat(ab.get(5, 2)).satisfies(one -> assertClose(one, product.get(5, 2)));
        assertClose(ab.scaled(-2).toTensor(), product.mul(-2));
    }

    @Test
    void aCompositionKeepsTheSmallerInnerSize() {
        FactoredMatrix narrow = FactoredMatrix.of(Tensor.randn(5, 7, 2), Tensor.randn(6, 2, 7));
        assertClose(ab.then(narrow).toTensor(), product.matMul(narrow.toTensor()));
        assertClose(narrow.then(ab).toTensor(), narrow.toTensor().matMul(product));
        assertThat(ab.then(narrow).inner()).isEqualTo(2);
        assertThat(narrow.then(ab).inner()).isEqualTo(2);
    }

    @Test
    void singularValuesAreThoseOfTheWholeMatrix() {
        Linalg.Svd svd = ab.svd();
        Tensor all = Linalg.svd(product).s();
        assertClose(svd.s(), all.narrow(0, 0, 3));
        assertClose(svd.u().mul(svd.s()).matMul(svd.vt()), product);
        assertClose(svd.u().t().matMul(svd.u()), Tensor.eye(3));
        assertClose(svd.vt().matMul(svd.vt().t()), Tensor.eye(3));
    }

    /** The rows of A and columns of B are fewer than the inner size: the product's rank is what the outer size says. */
    @Test
    void aWideInnerSizeIsNoTrouble() {
        FactoredMatrix wide = FactoredMatrix.of(Tensor.randn(7, 2, 5), Tensor.randn(8, 5, 2));
        Tensor whole = wide.toTensor();
        assertClose(wide.svd().s(), Linalg.svd(whole).s());
        assertClose(wide.norm(), whole.norm());
        assertThat(wide.eigenvalues().real().size(0)).isEqualTo(2);
        assertThat((double) wide.eigenvalues().real().sum().item())
                .isCloseTo(wide.trace().item(), within(1e-4));
    }

    @Test
    void eigenvaluesAreThoseOfTheWholeMatrixThatAreNotZero() {
        Eigenvalues few = ab.eigenvalues();
        Tensor all = Linalg.eigenvalues(product);
        Tensor squares = all.mul(all).sum(-1);
        double[] expected =
                Arrays.stream(squares.sqrt().toDoubleArray()).sorted().skip(4).toArray();
        double[] actual =
                Arrays.stream(few.magnitudes().toDoubleArray()).sorted().toArray();
        assertThat(actual).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4));
        }
        assertThat((double) few.real().sum().item()).isCloseTo(ab.trace().item(), within(1e-4));
    }

    @Test
    void aQuarterTurnHasImaginaryEigenvalues() {
        Tensor turn = Tensor.of(new double[][] {{0, 2}, {-2, 0}});
        Eigenvalues values = FactoredMatrix.of(turn, Tensor.eye(2)).eigenvalues();
        assertThat(values.real().abs().max().item()).isLessThan(1e-6f);
        assertThat(values.imaginary().abs().sum().item()).isCloseTo(4f, within(1e-5f));
        assertThat(values.positivity().item()).isCloseTo(0f, within(1e-6f));
        assertThat(FactoredMatrix.of(Tensor.eye(2), Tensor.eye(2))
                        .eigenvalues()
                        .positivity()
                        .item())
                .isEqualTo(1f);
    }

    @Test
    void normAndTraceAreThoseOfTheWholeMatrix() {
        assertClose(ab.norm(), product.norm());
        assertThat((double) ab.trace().item())
                .isCloseTo(product.mul(Tensor.eye(7)).sum().item(), within(1e-5));
    }

    @Test
    void leadingDimensionsAreABatch() {
        FactoredMatrix batch = FactoredMatrix.of(
                Tensor.stack(0, java.util.List.of(a, a.mul(2))), Tensor.stack(0, java.util.List.of(b, b)));
        assertClose(batch.norm().get(1), product.norm().mul(2));
        assertClose(batch.svd().s().get(1), ab.svd().s().mul(2));
        assertClose(batch.trace().get(1), ab.trace().mul(2));
        assertThat(batch.eigenvalues().real().shape()).containsExactly(2, 3);
    }

    @Test
    void factorsThatDoNotFitAndMatricesThatAreNotSquareAreErrors() {
        assertThatThrownBy(() -> FactoredMatrix.of(a, a))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("must equal");
        FactoredMatrix oblong = FactoredMatrix.of(a, Tensor.randn(1, 3, 2));
        assertThatThrownBy(oblong::eigenvalues)
                .hasMessageContaining("Only a square matrix")
                .hasMessageContaining("7, 2");
    }
}
