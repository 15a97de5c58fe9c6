package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.model.ModelException;
import practicum.net.ConvConfig;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.NetRun;
import practicum.net.Pool;
import practicum.tensor.Tensor;

class GradCamTest {
    /**
     * Two channels, the picture and its negative, after ReLU; class 0 reads places of them as its weights say:
     *
     * <pre>
     * picture   1 −2    channels  1 0   0 2    weights  1 2   4 0
     *           3  0              3 0   0 0             3 2   0 4
     * </pre>
     */
    private static final Net TINY = tiny(1, 2, 3, 2, 4, 0, 0, 4);

    private static final Tensor PICTURE = Tensor.of(new float[] {1, -2, 3, 0}, 1, 1, 2, 2);

    private static Net tiny(float... weights) {
        float[] both = new float[16];
        for (int i = 0; i < 8; i++) {
            both[2 * i] = weights[i];
            both[2 * i + 1] = -weights[i];
        }
        return new Net(
                NetConfig.conv("tiny", 1, 2, 2, 2, ConvConfig.of(2, 1)),
                Map.of(
                        "convs.0.W", Tensor.of(new float[] {1, -1}, 2, 1, 1, 1),
                        "convs.0.b", Tensor.zeros(2),
                        "output.W", Tensor.of(both, 8, 2),
                        "output.b", Tensor.zeros(2)));
    }

    /** The mean weights are 2 and 2: so the map is 2 · (1, 0, 3, 0) + 2 · (0, 2, 0, 0). */
    @Test
    void aMapIsWhatAHandComputes() {
        assertThat(GradCam.of(TINY).coarse(PICTURE, 0).toFloatArray()).containsExactly(2, 4, 6, 0);
    }

    @Test
    void whatSpeaksAgainstTheClassIsDropped() {
        assertThat(GradCam.of(TINY).coarse(PICTURE, 1).toFloatArray()).containsOnly(0);
        Net mixed = tiny(1, 2, 3, 2, -4, 0, 0, -4); // mean weights 2 and −2
        assertThat(GradCam.of(mixed).coarse(PICTURE, 0).toFloatArray()).containsExactly(2, 0, 6, 0);
    }

    /** Before the activation function the first channel is the picture, and the gradient is 0 where it is negative. */
    @Test
    void otherChannelsGiveOtherMaps() {
        // mean weights (1 + 3) / 4 = 1 and (0) / 4 = 0: the second channel is open at the upper right only
        assertThat(GradCam.of(TINY).at(Hook.convPre(0)).coarse(PICTURE, 0).toFloatArray())
                .containsExactly(1, 0, 3, 0);
    }

    /** Class activation mapping: with the mean of channels, the gradient is the output's weight over the area. */
    @Test
    void readOffMeansOfChannelsAMapIsTheLayersShareOfTheLogit() {
        Net net = Net.initial(
                NetConfig.conv("cam", 1, 8, 6, 3, ConvConfig.of(5, 3).pool(Pool.mean(2)), ConvConfig.of(4, 3))
                        .meanOfChannels()
                        .normalize(),
                3);
        Tensor pictures = Tensor.randn(4, 2, 1, 8, 6);
        NetRun run = net.run(pictures);
        float[] maps = GradCam.of(net).coarse(pictures, 2, 1).toFloatArray(); // [2, 4, 3]
        float[][] output = net.parameters().get("output.W").toMatrix();
        long[] classes = {2, 1};
        for (int i = 0; i < maps.length; i++) {
            double share = 0;
            for (int c = 0; c < 4; c++) {
                float channel = run.get(Hook.convPost(1)).item(i / 12, c, i % 12 / 3, i % 3);
                share += output[c][(int) classes[i / 12]] * channel / 12;
            }
            assertThat((double) maps[i]).isCloseTo(Math.max(0, share), within(1e-5));
        }
    }

    @Test
    void oneOutputSpeaksForYesAndAgainstNo() {
        Net yes = new Net(
                NetConfig.conv("yes", 1, 1, 2, 1, ConvConfig.of(1, 1)),
                Map.of(
                        "convs.0.W", Tensor.ones(1, 1, 1, 1),
                        "convs.0.b", Tensor.zeros(1),
                        "output.W", Tensor.of(new float[] {-1, -3}, 2, 1),
                        "output.b", Tensor.zeros(1)));
        Tensor picture = Tensor.of(new float[] {1, 2}, 1, 1, 1, 2);
        assertThat(GradCam.of(yes).coarse(picture, 1).toFloatArray()).containsExactly(0, 0);
        assertThat(GradCam.of(yes).coarse(picture, 0).toFloatArray()).containsExactly(2, 4);
    }

    @Test
    void twoPlacesAreEnlargedToFourInAStraightLineBetweenTheirMiddles() {
        assertThat(GradCam.enlarging(2, 4).toFloatArray()).containsExactly(1, 0, 0.75f, 0.25f, 0.25f, 0.75f, 0, 1);
        assertThat(GradCam.enlarging(3, 3).toFloatArray()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(GradCam.enlarging(1, 2).toFloatArray()).containsExactly(1, 1);
    }

    @Test
    void mapsHaveThePicturesSizeAndKeepTheHottestPlace() {
        Net net = new Net(
                NetConfig.conv("half", 1, 4, 6, 2, ConvConfig.of(1, 1).pool(Pool.max(2)))
                        .meanOfChannels(),
                Map.of(
                        "convs.0.W", Tensor.ones(1, 1, 1, 1),
                        "convs.0.b", Tensor.zeros(1),
                        "output.W", Tensor.of(new float[] {1, -1}, 1, 2),
                        "output.b", Tensor.zeros(2)));
        float[] pixels = new float[24];
        pixels[6 * 3 + 5] = 6; // the lower right pixel, in the lower right place of 2 × 3
        Tensor picture = Tensor.of(pixels, 1, 1, 4, 6);
        HeatMaps maps = GradCam.of(net).at(Hook.convPool(0)).maps(picture, 0);
        assertThat(maps.values()).hasToString("Tensor[picture=1, y=4, x=6] float32");
        assertThat(maps.values().item(0, 3, 5)).isEqualTo(1); // 6 / (2 · 3), enlarged
        assertThat(maps.values().item(0, 2, 4)).isCloseTo(0.5625f, within(1e-6f)); // 0.75 · 0.75
        assertThat(maps.values().item(0, 0, 0)).isZero();
    }

    @Test
    void whatIsNoConvolutionIsRefused() {
        assertThatThrownBy(() -> GradCam.of(Net.initial(NetConfig.dense("dense", 4, 2), 1)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("\"dense\" has none");
        assertThatThrownBy(() -> GradCam.of(TINY).at(Hook.flat()))
                .hasMessage("Grad-CAM reads the channels of a convolution, such as Hook.convPost(0), not hook_flat.");
        assertThatThrownBy(() -> GradCam.of(TINY).at(Hook.convPost(1)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("its convolutions are 0–0");
        assertThatThrownBy(() -> GradCam.of(TINY).maps(PICTURE, 0, 1)).hasMessageContaining("each of 1 pictures");
    }
}
