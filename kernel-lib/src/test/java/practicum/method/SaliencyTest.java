package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.model.Activation;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.net.ConvConfig;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.NetException;
import practicum.tensor.Tensor;

class SaliencyTest {
    private static final Net NET = Net.initial(
            NetConfig.conv("small", 2, 5, 4, 3, ConvConfig.of(3, 3))
                    .activation(Activation.TANH)
                    .normalize(),
            1);
    private static final Tensor PICTURES = Tensor.randn(2, 2, 2, 5, 4);
    private static final long[] CLASSES = {2, 0};

    @Test
    void aPixelsSaliencyIsTheLargestFiniteDifferenceOfItsChannels() {
        float[] maps = Saliency.of(NET).maps(PICTURES, CLASSES).values().toFloatArray();
        for (int i = 0; i < 2; i++) {
            for (int at = 0; at < 20; at++) {
                double expected = Math.max(
                        Math.abs(finiteDifference(i, 40 * i + at)), Math.abs(finiteDifference(i, 40 * i + 20 + at)));
                assertThat((double) maps[20 * i + at]).isCloseTo(expected, within(2e-3));
            }
        }
    }

    private static double finiteDifference(int picture, int pixel) {
        double step = 1e-2;
        return (logit(picture, pixel, step) - logit(picture, pixel, -step)) / (2 * step);
    }

    private static double logit(int picture, int pixel, double step) {
        float[] values = PICTURES.toFloatArray();
        values[pixel] += (float) step;
        return NET.run(Tensor.of(values, 2, 2, 5, 4), Recording.none()).logits().item(picture, (int) CLASSES[picture]);
    }

    /** relu(x) at x = −0.1 is flat; with noise of deviation 1 it is steep wherever the noise is above 0.1. */
    @Test
    void smoothingLooksBeyondAFlatPlace() {
        Net relu = onePixel(3, 1);
        Tensor pixel = Tensor.of(new float[] {-0.1f}, 1, 1, 1, 1);
        assertThat(Saliency.of(relu).maps(pixel, 1).values().item()).isZero();
        double smooth =
                Saliency.of(relu).smooth(1000, 1, 5).maps(pixel, 1).values().item();
        assertThat(smooth).isCloseTo(3 * 0.46017, within(3 * 0.05)); // Φ(−0.1), three standard errors
    }

    @Test
    void smoothingChangesNothingWhereANetIsLinear() {
        Net linear = onePixel(3, -2);
        Tensor pixel = Tensor.of(new float[] {7}, 1, 1, 1, 1);
        HeatMaps plain = Saliency.of(linear).maps(pixel, 0);
        HeatMaps smooth = Saliency.of(linear).smooth(4, 0.5, 1).maps(pixel, 0);
        assertThat(plain.values().item()).isEqualTo(6);
        assertThat(smooth.values().item()).isCloseTo(6, within(1e-5f));
    }

    /** outputs · relu(weight · pixel): for one output, of class 1. */
    private static Net onePixel(double weight, double output) {
        NetConfig config = NetConfig.conv("relu", 1, 1, 1, 1).hidden(1);
        return new Net(
                config,
                Map.of(
                        "layers.0.W", Tensor.of((float) weight).reshape(1, 1).toFloat(),
                        "layers.0.b", Tensor.zeros(1),
                        "output.W", Tensor.of((float) output).reshape(1, 1).toFloat(),
                        "output.b", Tensor.zeros(1)));
    }

    @Test
    void theSameSeedSmoothsTheSameWay() {
        Saliency first = Saliency.of(NET).smooth(3, 0.2, 1);
        assertThat(first.maps(PICTURES, CLASSES).values().toFloatArray())
                .isEqualTo(first.maps(PICTURES, CLASSES).values().toFloatArray())
                .isNotEqualTo(Saliency.of(NET)
                        .smooth(3, 0.2, 2)
                        .maps(PICTURES, CLASSES)
                        .values()
                        .toFloatArray());
    }

    @Test
    void whatCannotBeExplainedIsRefused() {
        Saliency saliency = Saliency.of(NET);
        assertThatThrownBy(() -> saliency.maps(PICTURES, 1))
                .isInstanceOf(ModelException.class)
                .hasMessage("Name a class for each of 2 pictures; got 1. For the one that the net names take"
                        + " net.run(pictures).predictions().");
        assertThatThrownBy(() -> saliency.maps(PICTURES, 1, 3))
                .hasMessage("There is no class 3: \"small\" tells apart 0 to 2.");
        assertThatThrownBy(() -> saliency.maps(PICTURES.select(0, 0), 1))
                .isInstanceOf(NetException.class)
                .hasMessageContaining("unsqueeze");
        assertThatThrownBy(() -> saliency.smooth(3, 0, 1)).hasMessageContaining("noise above 0; got 3 copies");
        Net dense = Net.initial(NetConfig.dense("dense", 4, 2), 1);
        assertThatThrownBy(() -> Saliency.of(dense).maps(Tensor.randn(1, 1, 4), 1))
                .hasMessage("A heat map needs a net that reads pictures [channels, height, width], but \"dense\" reads"
                        + " [4].");
    }
}
