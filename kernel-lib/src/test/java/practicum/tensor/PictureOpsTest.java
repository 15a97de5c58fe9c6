package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolution, pooling and normalisation against loops, one number at a time. */
class PictureOpsTest {
    @ParameterizedTest
    @CsvSource({"1,0,3,5", "1,1,3,5", "2,0,3,5", "2,1,3,6", "3,2,2,7", "1,2,5,4"})
    void aConvolutionIsASumOverChannelsAndPlaces(int stride, int padding, int kernel, int size) {
        Tensor x = Tensor.randn(1, 2, 3, size, size + 1);
        Tensor w = Tensor.randn(2, 4, 3, kernel, kernel);
        Tensor b = Tensor.randn(3, 4);
        Tensor made = x.conv2d(w, b, stride, padding);
        int height = (size + 2 * padding - kernel) / stride + 1;
        int width = (size + 1 + 2 * padding - kernel) / stride + 1;
        assertThat(made.shape()).containsExactly(2, 4, height, width);
        for (int n = 0; n < 2; n++) {
            for (int out = 0; out < 4; out++) {
                for (int i = 0; i < height * width; i++) {
                    double expected = convolved(
                            x, w, b.item(out), n, out, i / width * stride - padding, i % width * stride - padding);
                    assertThat((double) made.item(n, out, i / width, i % width)).isCloseTo(expected, within(1e-4));
                }
            }
        }
    }

    private static double convolved(Tensor x, Tensor w, double bias, int n, int out, int top, int left) {
        float[] pixels = x.toFloatArray();
        float[] filters = w.toFloatArray();
        int channels = x.size(1);
        int height = x.size(2);
        int width = x.size(3);
        int kernel = w.size(2);
        double sum = bias;
        for (int c = 0; c < channels; c++) {
            for (int dy = 0; dy < kernel; dy++) {
                for (int dx = 0; dx < kernel; dx++) {
                    int y = top + dy;
                    int column = left + dx;
                    if (y >= 0 && y < height && column >= 0 && column < width) {
                        sum += (double) pixels[((n * channels + c) * height + y) * width + column]
                                * filters[((out * channels + c) * kernel + dy) * kernel + dx];
                    }
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"2,2,6", "3,1,5", "2,2,5", "3,2,7"})
    void poolingLooksAtSquares(int size, int stride, int width) {
        Tensor x = Tensor.randn(4, 2, 3, width, width);
        Tensor max = x.maxPool2d(size, stride);
        Tensor mean = x.meanPool2d(size, stride);
        int places = (width - size) / stride + 1;
        assertThat(max.shape()).containsExactly(2, 3, places, places);
        for (int i = 0; i < places * places; i++) {
            Tensor square = x.select(0, 1)
                    .select(0, 2)
                    .narrow(0, i / places * stride, i / places * stride + size)
                    .narrow(1, i % places * stride, i % places * stride + size);
            double largest = folded(square, Double.NEGATIVE_INFINITY, Math::max);
            double average = folded(square, 0, Double::sum) / (size * size);
            assertThat((double) max.item(1, 2, i / places, i % places)).isEqualTo(largest);
            assertThat((double) mean.item(1, 2, i / places, i % places)).isCloseTo(average, within(1e-6));
        }
    }

    private static double folded(Tensor values, double start, DoubleBinaryOperator operator) {
        double result = start;
        for (double value : values.toDoubleArray()) {
            result = operator.applyAsDouble(result, value);
        }
        return result;
    }

    @Test
    void aNormalisedPictureHasMeanZeroAndVarianceOneBeforeItIsScaled() {
        Tensor x = Tensor.randn(5, 2, 3, 4, 4).mul(7).add(2);
        Tensor plain = x.pictureNorm(Tensor.ones(3), Tensor.zeros(3), 0);
        assertThat(plain.reshape(2, -1).mean(1).toFloatArray()).containsExactly(new float[] {0, 0}, within(1e-5f));
        assertThat(plain.reshape(2, -1).variance(1).toFloatArray()).containsExactly(new float[] {1, 1}, within(1e-4f));
        Tensor scaled = x.pictureNorm(Tensor.of(1.0, 2.0, 3.0), Tensor.of(0.5, 0.0, 0.0), 0);
        assertThat(scaled.item(1, 0, 2, 3)).isCloseTo(plain.item(1, 0, 2, 3) + 0.5f, within(1e-4f));
        assertThat(scaled.item(1, 2, 2, 3)).isCloseTo(plain.item(1, 2, 2, 3) * 3, within(1e-4f));
    }

    @Test
    void aPictureWithOtherChannelsThanTheFiltersIsRefused() {
        assertThatThrownBy(() -> Tensor.zeros(1, 2, 5, 5).conv2d(Tensor.zeros(4, 3, 3, 3), Tensor.zeros(4), 1, 0))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("conv2d failed")
                .hasMessageContaining("channels");
    }
}
