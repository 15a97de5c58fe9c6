package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.model.Recording;
import practicum.net.ConvConfig;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.Pool;
import practicum.tensor.Tensor;

/** Nets learn what can be learned, and nothing where there is nothing to learn. */
class NetTrainingTest {
    private static Net trained(NetConfig config, Examples examples, Recipe recipe) {
        Trained trained = Trainer.of(recipe, NetObjective.of(config, examples, recipe))
                .named(config.name())
                .run(Net.initial(config, recipe.seed()).parameters());
        return new Net(config, trained.parameters());
    }

    @Test
    void aHiddenLayerLearnsXorAndALinearNetCannot() {
        Examples xor = Examples.of(Tensor.of(new double[][] {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}), 0, 1, 1, 0);
        Recipe recipe = Recipe.of(1, 200, 4, 0.03);
        assertThat(trained(NetConfig.dense("xor", 2, 1, 8), xor, recipe).accuracy(xor))
                .isEqualTo(1);
        assertThat(trained(NetConfig.dense("linear", 2, 1), xor, recipe).accuracy(xor))
                .isLessThanOrEqualTo(0.75);
    }

    @Test
    void sumsModuloSevenAreLearnedFromAllPairs() {
        int p = 7;
        float[] inputs = new float[p * p * 2 * p];
        long[] labels = new long[p * p];
        for (int i = 0; i < labels.length; i++) {
            inputs[i * 2 * p + i / p] = 1;
            inputs[i * 2 * p + p + i % p] = 1;
            labels[i] = (i / p + i % p) % p;
        }
        Examples pairs = Examples.of(Tensor.of(inputs, p * p, 2 * p), labels);
        Net net = trained(NetConfig.dense("sums", 2 * p, p, 48), pairs, Recipe.of(2, 400, 49, 0.02));
        assertThat(net.accuracy(pairs)).isEqualTo(1);
    }

    @Test
    void numbersAreFitByLeastSquares() {
        Tensor inputs = Tensor.randn(1, 64, 2);
        Tensor targets =
                inputs.select(1, 0).mul(2).sub(inputs.select(1, 1)).add(0.5).reshape(64, 1);
        Recipe recipe = Recipe.of(1, 400, 64, 0.05);
        Net net = trained(NetConfig.dense("line", 2, 1), new Examples(inputs, targets), recipe);
        assertThat(net.parameters().get("output.W").toFloatArray()).containsExactly(new float[] {2, -1}, within(0.02f));
        assertThat(net.parameters().get("output.b").item()).isCloseTo(0.5f, within(0.02f));
    }

    @Test
    void aConvolutionalNetTellsBarsFromCrossesAndLearnsNothingFromShuffledLabels() {
        NetConfig config = NetConfig.conv(
                        "bars", 1, 10, 10, 2, ConvConfig.of(6, 3).pool(Pool.max(2)), ConvConfig.of(8, 3))
                .meanOfChannels();
        Examples train = pictures(400, 1);
        Examples test = pictures(200, 2);
        Recipe recipe = Recipe.of(1, 200, 32, 0.01);
        Net net = trained(config, train, recipe);
        assertThat(net.accuracy(test)).isGreaterThan(0.95);
        assertThat(net.run(test.inputs(), Recording.none()).probs().sum(1).toFloatArray())
                .contains(new float[] {1}, within(1e-5f));
        Net control = trained(config, train.shuffleTargets(5), recipe);
        assertThat(control.accuracy(test)).isBetween(0.3, 0.7);
    }

    /** A horizontal or vertical bar, or a cross, five pixels wide, anywhere, in noise. */
    private static Examples pictures(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * 100];
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(2);
            boolean flat = random.nextBoolean();
            int y = 2 + random.nextInt(6);
            int x = 2 + random.nextInt(6);
            for (int at = 0; at < 100; at++) {
                pixels[i * 100 + at] = 0.1f * (float) random.nextGaussian();
            }
            for (int d = -2; d <= 2; d++) {
                if (labels[i] == 1 || flat) {
                    pixels[i * 100 + y * 10 + x + d] = 1;
                }
                if (labels[i] == 1 || !flat) {
                    pixels[i * 100 + (y + d) * 10 + x] = 1;
                }
            }
        }
        return Examples.of(Tensor.of(pixels, count, 1, 10, 10), labels);
    }
}
