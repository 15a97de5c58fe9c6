package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.load.Models;
import practicum.model.Gradients;
import practicum.model.Metric;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class AttributionPatchingTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[] {5, 17, 3, 42, 61, 8});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[] {5, 17, 9, 42, 60, 8});
    private static final Metric METRIC = Metric.logitDiff(5, 7);

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    /** As the patch takes a smaller and smaller part of the way, its effect per part becomes the estimate. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gemma2", "llama-gqa-llama3"})
    void theEstimateIsWhatSmallerAndSmallerStepsTendTo(String name) {
        Transformer model = model(name);
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        AttributionPatching attribution = AttributionPatching.of(clean, corrupted, METRIC);
        double estimate = attribution.byHead(HookPoint.Z).effect().item(1, 2);
        Hook hook = Hook.z(1);
        Tensor step = clean.get(hook).sub(corrupted.get(hook));
        double[] errors = new double[2];
        double[] parts = {0.2, 0.02};
        for (int i = 0; i < parts.length; i++) {
            Run forth = model.run(CORRUPTED, hook.head(2).add(step.mul(parts[i])));
            Run back = model.run(CORRUPTED, hook.head(2).add(step.mul(-parts[i])));
            double slope = (METRIC.of(forth).item() - METRIC.of(back).item()) / (2 * parts[i]);
            errors[i] = Math.abs(slope - estimate);
        }
        assertThat(errors[1]).isLessThan(2e-3 * Math.max(1, Math.abs(estimate)));
        assertThat(errors[1]).isLessThanOrEqualTo(Math.max(errors[0], 1e-3));
    }

    @Test
    void everyMapIsTheProductSummedOverTheRest() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        AttributionPatching attribution = AttributionPatching.of(clean, corrupted, METRIC);
        Hook hook = Hook.z(2);
        Gradients gradients = model.gradients(CORRUPTED, METRIC, hook, Hook.mlpPost(1), Hook.residPre(1));
        Tensor product = clean.get(hook).sub(corrupted.get(hook)).mul(gradients.get(hook));
        assertClose(attribution.at(hook), product);
        assertClose(attribution.heads().effect().get(2), product.get(0).sum(2).sum(0));
        assertClose(
                attribution.byPositionAndHead(HookPoint.Z).effect().get(2),
                product.get(0).sum(2));
        Hook neurons = Hook.mlpPost(1);
        Tensor ofNeurons = clean.get(neurons).sub(corrupted.get(neurons)).mul(gradients.get(neurons));
        assertClose(attribution.neurons().effect().get(1), ofNeurons.get(0).sum(0));
        Hook stream = Hook.residPre(1);
        Tensor ofStream = clean.get(stream).sub(corrupted.get(stream)).mul(gradients.get(stream));
        assertClose(attribution.residPre().effect().get(1), ofStream.get(0).sum(1));
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(1e-5f);
    }

    /** The logits are linear in the last stream of a model without a final normalisation. */
    @Test
    void theEstimateIsExactWhereTheMetricIsLinear() {
        Transformer model = SmallModels.attentionOnly(7);
        Run clean = model.run(Tokens.ofIds(new long[] {1, 2, 3, 4}));
        Run corrupted = model.run(Tokens.ofIds(new long[] {1, 5, 3, 4}));
        Metric metric = Metric.logit(6);
        Tensor estimated = AttributionPatching.of(clean, corrupted, metric)
                .byPosition(HookPoint.RESID_POST)
                .metric()
                .get(1);
        Tensor measured = ActivationPatching.of(clean, corrupted, metric)
                .residPost()
                .metric()
                .get(1);
        assertClose(estimated, measured);
    }

    @Test
    void promptsOfABatchHaveEstimatesOfTheirOwn() {
        Transformer model = model("gpt2");
        Run clean = model.run(Tokens.ofIds(CLEAN.row(0), CORRUPTED.row(0)));
        Run corrupted = model.run(Tokens.ofIds(CORRUPTED.row(0), new long[] {1, 2, 3, 4, 5, 6}));
        Metric both = Metric.logitDiff(new long[] {5, 9}, new long[] {7, 3});
        PatchingScores scores = AttributionPatching.of(clean, corrupted, both).heads();
        PatchingScores first = AttributionPatching.of(model.run(CLEAN), model.run(CORRUPTED), METRIC)
                .heads();
        assertClose(scores.metricPerPrompt().select(2, 0), first.metric());
        assertThat(scores.source()).isCloseTo(both.of(clean).mean().item(), within(1e-5));
    }

    @Test
    void anAxisThatAHookLacksIsAnError() {
        Transformer model = model("gpt2");
        AttributionPatching attribution = AttributionPatching.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
        assertThatThrownBy(() -> attribution.byHead(HookPoint.MLP_OUT)).hasMessageContaining("no axis \"head\"");
    }
}
