package practicum.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.model.Activation;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.tensor.Tensor;

class NetTest {
    private static final NetConfig DENSE =
            NetConfig.dense("dense", 5, 3, 7, 6).activation(Activation.TANH).normalize();
    private static final NetConfig CONV = NetConfig.conv(
                    "conv",
                    2,
                    9,
                    8,
                    4,
                    ConvConfig.of(3, 3).pool(Pool.mean(2)),
                    ConvConfig.of(5, 3).stride(2))
            .hidden(6)
            .activation(Activation.GELU)
            .normalize();
    private static final Tensor ROWS = Tensor.randn(1, 4, 5);
    private static final Tensor PICTURES = Tensor.randn(2, 4, 2, 9, 8);

    private final Net dense = Net.initial(DENSE, 1);
    private final Net conv = Net.initial(CONV, 1);

    // ---------------------------------------------------------------- what it computes

    @Test
    void aDenseNetIsItsFormula() {
        Net net = Net.initial(NetConfig.dense("plain", 5, 3, 7), 4);
        Map<String, Tensor> p = withRandomVectors(net);
        float[][] w = p.get("layers.0.W").toMatrix();
        float[][] out = p.get("output.W").toMatrix();
        float[][] logits = new Net(net.config(), p).run(ROWS).logits().toMatrix();
        for (int r = 0; r < 4; r++) {
            for (int o = 0; o < 3; o++) {
                double expected = p.get("output.b").item(o);
                for (int h = 0; h < 7; h++) {
                    double pre = p.get("layers.0.b").item(h);
                    for (int i = 0; i < 5; i++) {
                        pre += ROWS.item(r, i) * w[i][h];
                    }
                    expected += Math.max(0, pre) * out[h][o];
                }
                assertThat((double) logits[r][o]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static Map<String, Tensor> withRandomVectors(Net net) {
        Map<String, Tensor> parameters = new LinkedHashMap<>(net.parameters());
        parameters.replaceAll((name, tensor) -> tensor.rank() == 1
                ? tensor.add(Tensor.randn(name.hashCode(), tensor.shape()).mul(0.3))
                : tensor);
        return parameters;
    }

    @Test
    void everyHookIsRecordedUnderTheAxesThatItHasAndInOrder() {
        NetRun run = conv.run(PICTURES);
        assertThat(run.hooks()).containsExactlyElementsOf(conv.hooks());
        assertThat(run.hooks())
                .containsExactly(
                        Hook.image(),
                        Hook.convPre(0),
                        Hook.convNormalized(0),
                        Hook.convPost(0),
                        Hook.convPool(0),
                        Hook.convPre(1),
                        Hook.convNormalized(1),
                        Hook.convPost(1),
                        Hook.flat(),
                        Hook.layerPre(0),
                        Hook.layerNormalized(0),
                        Hook.layerPost(0));
        assertThat(run.get(Hook.convPre(0))).hasToString("Tensor[batch=4, channel=3, y=9, x=8] float32");
        assertThat(run.get(Hook.convPool(0))).hasToString("Tensor[batch=4, channel=3, y=4, x=4] float32");
        assertThat(run.get(Hook.flat())).hasToString("Tensor[batch=4, unit=20] float32");
        assertThat(dense.run(ROWS).hooks()).containsExactlyElementsOf(dense.hooks());
    }

    @Test
    void theMeanOfChannelsIsWhatTheLayersReadWhereAsked() {
        Net net = Net.initial(CONV.meanOfChannels(), 1);
        NetRun run = net.run(PICTURES);
        assertThat(run.get(Hook.flat()).item(1, 4))
                .isCloseTo(
                        run.get(Hook.convPost(1))
                                .select(0, 1)
                                .select(0, 4)
                                .mean()
                                .item(),
                        within(1e-6f));
    }

    @Test
    void signalsKeepTheirSizeThroughManyFreshLayers() {
        Integer[] widths = new Integer[10];
        Arrays.fill(widths, 200);
        NetRun run = Net.initial(NetConfig.dense("deep", 200, 2, widths), 3).run(Tensor.randn(5, 50, 200));
        double first = run.get(Hook.layerPre(0)).norm().item();
        double last = run.get(Hook.layerPre(9)).norm().item();
        assertThat(last / first).isBetween(0.5, 2.0);
    }

    @Test
    void theSameSeedGivesTheSameNetAndAnotherGivesAnother() {
        assertThat(Net.initial(CONV, 1).run(PICTURES).logits().toFloatArray())
                .isEqualTo(conv.run(PICTURES).logits().toFloatArray())
                .isNotEqualTo(Net.initial(CONV, 2).run(PICTURES).logits().toFloatArray());
    }

    @Test
    void aLargeBatchInPartsIsEveryRowOnItsOwn() {
        Tensor many = Tensor.randn(9, 2 * Net.CHUNK + 3, 5);
        NetRun run = dense.run(many);
        assertThat(run.logits().size(0)).isEqualTo(many.size(0));
        for (int row : new int[] {0, Net.CHUNK, 2 * Net.CHUNK + 2}) {
            NetRun alone = dense.run(many.narrow(0, row, row + 1));
            assertThat(run.logits().get(row).toFloatArray())
                    .containsExactly(alone.logits().get(0).toFloatArray(), within(1e-5f));
            assertThat(run.get(Hook.layerPost(1)).get(row).toFloatArray())
                    .containsExactly(alone.get(Hook.layerPost(1)).get(0).toFloatArray(), within(1e-5f));
        }
    }

    @Test
    void onlyWhatIsAskedForIsRecorded() {
        NetRun run = conv.run(PICTURES, Recording.of(HookPoint.CONV_POST));
        assertThat(run.hooks()).containsExactly(Hook.convPost(0), Hook.convPost(1));
        assertThatThrownBy(() -> run.get(Hook.flat()))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("hook_flat was not recorded")
                .hasMessageContaining("net.run(inputs, Recording.of(FLAT))");
    }

    // ---------------------------------------------------------------- interventions

    @Test
    void ablatingAChannelIsZeroingTheWeightsThatReadIt() {
        Net net = Net.initial(
                NetConfig.conv("two", 1, 8, 8, 3, ConvConfig.of(4, 3).pool(Pool.max(2)), ConvConfig.of(5, 3)), 2);
        Tensor pictures = Tensor.randn(3, 6, 1, 8, 8);
        Tensor keep = Tensor.of(1, 1, 0, 1).reshape(1, 4, 1, 1);
        Map<String, Tensor> without = new LinkedHashMap<>(net.parameters());
        without.computeIfPresent("convs.1.W", (name, w) -> w.mul(keep));
        NetRun ablated = net.run(pictures, Hook.convPool(0).channel(2).ablate());
        assertThat(ablated.logits().toFloatArray())
                .containsExactly(
                        new Net(net.config(), without).run(pictures).logits().toFloatArray(), within(1e-5f))
                .isNotEqualTo(net.run(pictures).logits().toFloatArray());
        assertThat(ablated.receipts().row(0).getString("intervention"))
                .isEqualTo("zero-ablate convs.0.hook_pool[channel=2]");
    }

    @Test
    void ablatingAUnitIsZeroingItsRow() {
        Tensor keep = Tensor.of(1, 1, 1, 0, 1, 1).reshape(6, 1);
        Map<String, Tensor> without = new LinkedHashMap<>(dense.parameters());
        without.computeIfPresent("output.W", (name, w) -> w.mul(keep));
        assertThat(dense.run(ROWS, Hook.layerPost(1).unit(3).ablate()).logits().toFloatArray())
                .containsExactly(new Net(DENSE, without).run(ROWS).logits().toFloatArray(), within(1e-5f));
    }

    @Test
    void patchingEveryPlaceFromAnotherRunGivesItsOutput() {
        NetRun other = conv.run(Tensor.randn(8, 4, 2, 9, 8));
        for (Hook hook : conv.hooks()) {
            assertThat(conv.run(PICTURES, Recording.none(), hook.patchFrom(other))
                            .logits()
                            .toFloatArray())
                    .as(hook.name())
                    .containsExactly(other.logits().toFloatArray(), within(1e-5f));
        }
    }

    @Test
    void aBoxOfAPictureIsChangedAndNothingElse() {
        Tensor changed = conv.run(
                        PICTURES, Hook.image().channel(1).box(2, 3, 4, 2).set(Tensor.scalar(9)))
                .get(Hook.image());
        Tensor difference = changed.sub(PICTURES);
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 8; x++) {
                boolean inside = y >= 2 && y < 6 && x >= 3 && x < 5;
                assertThat(changed.item(0, 1, y, x)).isEqualTo(inside ? 9 : PICTURES.item(0, 1, y, x));
                assertThat(difference.item(0, 0, y, x)).isZero();
            }
        }
    }

    @Test
    void aChangeThatDoesNothingOrHasNoPlaceIsAnError() {
        assertThatThrownBy(() -> dense.run(ROWS, Hook.layerPost(0).patchFrom(dense.run(ROWS))))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("changed nothing");
        assertThatThrownBy(() -> dense.run(ROWS, Hook.layerPost(0).unit(7).ablate()))
                .hasMessageContaining("layers.0.hook_post has 7 along \"unit\" (0 to 6), so there is no 7");
        assertThatThrownBy(() -> dense.run(ROWS, Hook.layerPost(2).ablate()))
                .hasMessageContaining("\"dense\" does not compute layers.2.hook_post: its hidden layers are 0–1.");
        assertThatThrownBy(() -> dense.run(ROWS, Hook.convPost(0).ablate()))
                .hasMessageContaining("it has no convolutions. net.hooks() lists what it computes");
        assertThatThrownBy(() -> dense.run(ROWS, Hook.residPost(0).ablate()))
                .hasMessageContaining("that is a place in transformers, and this is a net");
        assertThatThrownBy(() -> dense.run(ROWS, Recording.of(Hook.image()))).hasMessageContaining("use Hook.input()");
        assertThatThrownBy(() -> conv.run(PICTURES, Hook.convPool(1).ablate()))
                .hasMessageContaining("that convolution does not pool; use Hook.convPost(1)");
        NetRun fewer = dense.run(Tensor.randn(3, 2, 5));
        assertThatThrownBy(() -> dense.run(ROWS, Hook.layerPost(0).patchFrom(fewer)))
                .hasMessageContaining("Use as many inputs of the same size");
    }

    // ---------------------------------------------------------------- gradients

    @Test
    void gradientsAreFiniteDifferencesAtEveryHookOfAConvolutionalNet() {
        requireFiniteDifferences(conv, PICTURES.narrow(0, 0, 2));
    }

    @Test
    void gradientsAreFiniteDifferencesAtEveryHookOfADenseNet() {
        requireFiniteDifferences(dense, ROWS.narrow(0, 0, 2));
    }

    private static void requireFiniteDifferences(Net net, Tensor inputs) {
        Metric metric = Metric.logProb(1);
        NetGradients gradients = net.gradients(inputs, metric, net.hooks());
        for (Hook hook : net.hooks()) {
            Tensor direction = Tensor.randn(hook.hashCode(), gradients.get(hook).shape());
            double step = 1e-2 / direction.norm().item();
            double up = summed(net, inputs, hook, direction.mul(step));
            double down = summed(net, inputs, hook, direction.mul(-step));
            double slope = gradients.get(hook).mul(direction).sum().item();
            assertThat((up - down) / (2 * step))
                    .as(hook.name())
                    .isCloseTo(
                            slope,
                            within(2e-2 * Math.abs(slope)
                                    + 5e-3 * direction.norm().item() * 0.1));
        }
    }

    private static double summed(Net net, Tensor inputs, Hook hook, Tensor nudge) {
        NetRun run = net.run(inputs, Recording.none(), hook.edit(x -> x.add(nudge)));
        return Arrays.stream(run.logits().logSoftmax(-1).select(1, 1).toDoubleArray())
                .sum();
    }

    @Test
    void saliencyOfALinearNetIsItsWeights() {
        Net net = Net.initial(NetConfig.dense("linear", 5, 3), 1);
        NetGradients gradients = net.gradients(ROWS, Metric.logitDiff(2, 0), Hook.input());
        float[][] w = net.parameters().get("output.W").toMatrix();
        for (int i = 0; i < 5; i++) {
            assertThat(gradients.get(Hook.input()).item(3, i)).isCloseTo(w[i][2] - w[i][0], within(1e-6f));
        }
        assertThat(gradients.metric().item(1))
                .isCloseTo(
                        net.run(ROWS).logits().item(1, 2)
                                - net.run(ROWS).logits().item(1, 0),
                        within(1e-6f));
    }

    @Test
    void gradientsOfALargeBatchAreThoseOfEachRow() {
        int rows = Net.CHUNK + 5;
        Tensor many = Tensor.randn(9, rows, 5);
        long[] labels = new long[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % 3;
        }
        NetGradients all = dense.gradients(many, Metric.logProb(labels), Hook.input(), Hook.layerPost(0));
        for (int row : new int[] {0, Net.CHUNK, rows - 1}) {
            NetGradients one =
                    dense.gradients(many.narrow(0, row, row + 1), Metric.logProb(labels[row]), Hook.layerPost(0));
            assertThat(all.get(Hook.layerPost(0)).get(row).toFloatArray())
                    .containsExactly(one.get(Hook.layerPost(0)).get(0).toFloatArray(), within(1e-5f));
            assertThat(all.metric().item(row)).isCloseTo(one.metric().item(0), within(1e-5f));
            assertThat(all.run().get(Hook.input()).get(row).toFloatArray())
                    .isEqualTo(many.get(row).toFloatArray());
        }
    }

    @Test
    void whatComesAfterAReplacedPlaceStillHasGradients() {
        NetRun other = dense.run(Tensor.randn(8, 4, 5));
        Hook replaced = Hook.layerPost(0);
        NetGradients patched = dense.gradients(
                ROWS, Metric.logit(1), List.of(replaced, Hook.layerPost(1), Hook.input()), replaced.patchFrom(other));
        NetGradients plain = dense.gradients(Tensor.randn(8, 4, 5), Metric.logit(1), replaced, Hook.layerPost(1));
        assertThat(patched.get(replaced).toFloatArray())
                .containsExactly(plain.get(replaced).toFloatArray(), within(1e-6f));
        assertThat(patched.get(Hook.input()).toFloatArray()).containsOnly(0);
    }

    @Test
    void gradientsSayWhatIsMissing() {
        assertThatThrownBy(() -> dense.gradients(ROWS, Metric.logit(0))).hasMessageContaining("Name at least one hook");
        assertThatThrownBy(() -> dense.gradients(ROWS, Metric.logit(0), Hook.flat()))
                .hasMessageContaining("its layers read the input itself; use Hook.input()");
        assertThatThrownBy(() ->
                        dense.gradients(ROWS, Metric.logit(0), Hook.input()).get(Hook.layerPost(0)))
                .hasMessageContaining("only [hook_input]");
    }

    // ---------------------------------------------------------------- bad input

    @Test
    void badInputsAndShapesSayWhatWasExpected() {
        assertThatThrownBy(() -> dense.run(Tensor.zeros(2, 6)))
                .isInstanceOf(NetException.class)
                .hasMessage("\"dense\" reads float32 inputs [batch, 5], but got Tensor[2, 6] float32.");
        assertThatThrownBy(() -> conv.run(Tensor.zeros(2, 9, 8)))
                .hasMessageContaining("For one input use inputs.unsqueeze(0).");
        assertThatThrownBy(() -> dense.run(Tensor.of(new long[] {1, 2, 3, 4, 5}, 1, 5)))
                .hasMessageContaining("float32");
        assertThatThrownBy(() -> new Net(DENSE, Map.of()))
                .hasMessageContaining("layers.0.W")
                .hasMessageContaining("missing");
        Map<String, Tensor> more = new LinkedHashMap<>(dense.parameters());
        more.put("layers.9.W", Tensor.zeros(1));
        assertThatThrownBy(() -> new Net(DENSE, more)).hasMessageContaining("no use for the parameters [layers.9.W]");
        assertThatThrownBy(() ->
                        NetConfig.conv("small", 1, 4, 4, 2, ConvConfig.of(3, 3).pool(Pool.max(5))))
                .hasMessageContaining("Nothing is left of 4 × 4 places");
        assertThatThrownBy(() -> NetConfig.dense("none", 0, 2)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Examples.of(Tensor.zeros(3, 2), 0, 1))
                .hasMessageContaining("as many inputs as targets");
    }
}
