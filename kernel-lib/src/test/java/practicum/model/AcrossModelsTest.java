package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Intervention;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.net.NetRun;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Values of one model in another: an error unless they are said to be. */
class AcrossModelsTest {
    private static final Tokens PROMPT = Tokens.ofIds(new long[] {4, 9, 2, 7});
    private static final ModelConfig SHAPE =
            ModelConfig.shape("one", 2, 16, 2, 32, 20, 8).build();
    private static final Metric METRIC = Metric.logitDiff(3, 5);

    private final Transformer model = RandomModels.of(SHAPE, 1);
    private final Transformer other = RandomModels.of(SHAPE.withName("other"), 2);
    private final Run ofOther = other.run(PROMPT);

    private static void assertRefused(ThrowingCallable mistake) {
        assertThatThrownBy(mistake)
                .isInstanceOf(HookException.class)
                .hasMessageContaining("puts in values of the model \"other\", but this is \"one\"")
                .hasMessageContaining("run.acrossModels()");
    }

    @Test
    void aRunOfAnotherModelIsNoSource() {
        for (Intervention change : List.of(
                Hook.z(0).patchFrom(ofOther),
                Hook.z(0).head(1).at(-1).freeze(ofOther),
                Hook.mlpOut(1).resampleAblate(ofOther, 3))) {
            assertRefused(() -> model.run(PROMPT, change));
            assertRefused(() -> model.generate(PROMPT, 2, Sampling.greedy(), token -> {}, change));
            assertRefused(() -> model.streamBefore(2, PROMPT, change));
            assertRefused(() -> model.differentiate(PROMPT).with(change).gradients(METRIC, Hook.residPre(0)));
            assertRefused(
                    () -> model.differentiate(PROMPT).with(change).within(1).gradients(METRIC, Hook.residPre(0)));
            assertRefused(() -> model.differentiate(PROMPT).with(change).parameterGradients(METRIC));
            assertRefused(() -> Sweep.of(model, PROMPT, METRIC).metrics(List.of(change)));
            assertRefused(() -> Sweep.of(model, PROMPT, METRIC).metricsOneByOne(List.of(change), done -> {}));
        }
        assertRefused(() ->
                Sweep.of(model, PROMPT, METRIC, Hook.embed().freeze(ofOther)).base());
        assertRefused(() -> PathSweep.of(model, PROMPT, METRIC, Hook.residPost(1))
                .metrics(List.of(Hook.z(0).head(1).freeze(ofOther)), done -> {}));
    }

    @Test
    void patchingAcrossModelsOnPurposePutsTheOthersValuesIn() {
        Hook last = Hook.lnFinalNormalized();
        Run patched = model.run(PROMPT, last.patchFrom(ofOther.acrossModels()));
        assertThat(patched.get(last).toFloatArray()).isEqualTo(ofOther.get(last).toFloatArray());
        assertThat(patched.logits().toFloatArray())
                .isEqualTo(model.unembed(ofOther.get(last)).toFloatArray());
    }

    @Test
    void aModelThatWasLoadedTwiceIsTheSame() {
        Map<String, Tensor> copies = new HashMap<>();
        model.weights().byName().forEach((name, tensor) -> copies.put(name, tensor.copy()));
        Transformer again = model.with(SHAPE.withName("again"), Weights.of(SHAPE, copies));
        Run source = model.run(Tokens.ofIds(new long[] {4, 9, 3, 7}));
        assertThat(again.run(PROMPT, Hook.residPost(1).patchFrom(source))
                        .logits()
                        .toFloatArray())
                .isEqualTo(model.run(PROMPT, Hook.residPost(1).patchFrom(source))
                        .logits()
                        .toFloatArray());
    }

    @Test
    void oneNumberThatDiffersMakesAnotherModel() {
        Map<String, Tensor> changed = new HashMap<>(model.weights().byName());
        Tensor bias = changed.get("ln_final.b");
        changed.put("ln_final.b", bias.add(Tensor.of(1e-3)));
        Transformer tuned = model.with(SHAPE, Weights.of(SHAPE, changed));
        Run source = tuned.run(Tokens.ofIds(new long[] {4, 9, 3, 7}));
        assertThatThrownBy(() -> model.run(PROMPT, Hook.z(0).patchFrom(source)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("whose parameters are others");
    }

    @Test
    void gradientsAreOfTheirModelToo() {
        Gradients gradients = other.gradients(PROMPT, METRIC, Hook.z(0));
        assertRefused(() -> model.run(PROMPT, Hook.z(0).patchFrom(gradients)));
    }

    @Test
    void netsAreHeldApartAsWell() {
        NetConfig shape = NetConfig.dense("one", 3, 2, 4);
        Net one = Net.initial(shape, 1);
        Net two = Net.initial(NetConfig.dense("other", 3, 2, 4), 2);
        Tensor inputs = Tensor.randn(1, 5, 3);
        NetRun run = two.run(inputs);
        assertRefused(() -> one.run(inputs, Hook.layerPost(0).patchFrom(run)));
        assertRefused(() -> one.gradients(
                inputs, METRIC_OF_NETS, List.of(Hook.input()), Hook.layerPost(0).freeze(run)));
        assertThat(one.run(inputs, Hook.layerPost(0).patchFrom(run.acrossModels()))
                        .get(Hook.layerPost(0))
                        .toFloatArray())
                .isEqualTo(run.get(Hook.layerPost(0)).toFloatArray());
    }

    private static final Metric METRIC_OF_NETS = Metric.logit(1);
}
