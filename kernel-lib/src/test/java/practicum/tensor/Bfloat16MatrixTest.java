package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bfloat16MatrixTest {
    private static final int IN = 48;
    private static final int OUT = 40;

    private final Tensor x = Tensor.randn(1, 2, 5, IN);
    private final Tensor w = Tensor.randn(2, IN, OUT);
    private final Tensor bias = Tensor.randn(3, OUT);

    private static Bfloat16Matrix rounded(Tensor matrix) {
        assumeTrue(
                Processor.lacksBfloat16().isEmpty(),
                () -> Processor.lacksBfloat16().orElse("") + " Run this test on a machine that has them.");
        return Bfloat16Matrix.of(matrix);
    }

    /** A number's nearest bfloat16, ties to the even one, by its bits. */
    private static double nearest(float value) {
        int bits = Float.floatToIntBits(value);
        int half = 0x7FFF + (bits >>> 16 & 1);
        return Float.intBitsToFloat((bits + half) & 0xFFFF0000);
    }

    /** x · w in double precision after rounding both to bfloat16. */
    private static Tensor expected(Tensor x, Tensor w) {
        return roundedValues(x).toDouble().matMul(roundedValues(w).toDouble());
    }

    private static Tensor roundedValues(Tensor t) {
        float[] values = t.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) nearest(values[i]);
        }
        return Tensor.of(values, t.shape());
    }

    /** Half of the last of bfloat16's 8 bits, and float32's own rounding of the sum. */
    private static void assertRoundedOnce(Tensor found, Tensor expected) {
        assertThat(found.dtype()).isEqualTo("float32");
        assertThat(found.shape()).containsExactly(expected.shape());
        double[] exact = expected.toDoubleArray();
        float[] values = found.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i])
                    .isCloseTo(exact[i], org.assertj.core.data.Offset.offset(Math.abs(exact[i]) / 256 + 1e-4));
        }
    }

    @Test
    void aProductIsThatOfTheRoundedNumbersRoundedOnce() {
        assertRoundedOnce(rounded(w).product(x), expected(x, w));
    }

    @Test
    void aBiasIsAddedInFloat32() {
        Bfloat16Matrix matrix = rounded(w);
        assertThat(matrix.affine(x, bias).toFloatArray())
                .isEqualTo(matrix.product(x).add(bias).toFloatArray());
    }

    @Test
    void numbersMayLieInAnyOrder() {
        Tensor other = Tensor.randn(4, OUT, IN).t();
        assertRoundedOnce(rounded(other).product(x), expected(x, other));
        Tensor wide = Tensor.randn(5, IN, 3 * OUT).narrow(1, OUT, 2 * OUT);
        assertRoundedOnce(rounded(wide).product(x), expected(x, wide));
        Tensor turned = Tensor.randn(6, IN, 7).t();
        assertRoundedOnce(rounded(w).product(turned), expected(turned, w));
        Tensor vector = Tensor.randn(7, IN);
        assertRoundedOnce(
                rounded(w).product(vector), expected(vector.unsqueeze(0), w).get(0));
    }

    @Test
    void itDoesNotChangeTheMatrixItWasMadeOf() {
        float[] before = w.toFloatArray();
        rounded(w).product(x);
        assertThat(w.toFloatArray()).isEqualTo(before);
        assertThat(w.dtype()).isEqualTo("float32");
    }

    @Test
    void itsMemoryCountsAndIsFreedWhenNothingRefersToIt() {
        Tensor large = Tensor.randn(8, 512, 1024);
        long before = NativeMemory.liveBytes();
        Bfloat16Matrix matrix = rounded(large);
        assertThat(NativeMemory.liveBytes() - before).isEqualTo(2L * 512 * 1024);
        assertThat(matrix).hasToString("Bfloat16Matrix[512, 1024]");
        for (int i = 0; i < 200; i++) { // 200 MB, were they kept
            Bfloat16Matrix.of(large);
        }
        matrix = null;
        for (int i = 0; i < 100 && NativeMemory.liveBytes() > before + (50 << 20); i++) {
            System.gc();
            sleep();
        }
        assertThat(NativeMemory.liveBytes()).isLessThan(before + (50 << 20));
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatDoesNotFitIsAnErrorInWords() {
        Bfloat16Matrix matrix = rounded(w);
        assertThatThrownBy(() -> matrix.product(Tensor.ones(2, IN + 1)))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("its last dimension " + IN);
        assertThatThrownBy(() -> matrix.product(x.toDouble()))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("must be float32");
        assertThatThrownBy(() -> Bfloat16Matrix.of(Tensor.arange(4).reshape(2, 2)))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("int64");
    }

    @Test
    void itIsNotDifferentiatedInSilence() {
        Bfloat16Matrix matrix = rounded(w);
        try (GradMode on = GradMode.on()) {
            Tensor leaf = x.requiresGrad();
            assertThatThrownBy(() -> matrix.product(leaf))
                    .isInstanceOf(TensorException.class)
                    .hasMessageContaining("not differentiated");
            assertThat(matrix.product(x).shape()).containsExactly(2, 5, OUT);
        }
    }

    @Test
    void aProcessorWithoutItSaysWhatItLacks() {
        assertThat(Processor.lacksBfloat16(List.of("flags\t\t: fpu avx2 avx512f avx512_bf16 sse")))
                .isEmpty();
        assertThat(Processor.lacksBfloat16(List.of("processor\t: 0", "flags\t: fpu amx_bf16 amx_tile")))
                .isEmpty();
        assertThat(Processor.lacksBfloat16(List.of("flags\t\t: fpu avx2 avx512f", "bugs\t: avx512_bf16"))
                        .orElseThrow())
                .contains("neither AVX512-BF16 nor AMX-BF16");
        assertThat(Processor.lacksBfloat16(List.of()).orElseThrow()).contains("Linux only");
    }
}
