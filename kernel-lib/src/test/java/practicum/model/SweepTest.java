package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.load.Models;
import practicum.tensor.NativeMemory;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** The fast form against one whole run after the other. */
class SweepTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final long[] CLEAN = {5, 17, 3, 42, 61, 8, 77};
    private static final long[] OTHER = {5, 17, 9, 42, 60, 8, 77};
    private static final long[] THIRD = {12, 31, 3, 44, 61, 90, 2};

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    private static void assertSame(Transformer model, Tokens tokens, Metric metric, List<Intervention> changes) {
        Sweep sweep = Sweep.of(model, tokens, metric);
        Tensor fast = sweep.metrics(changes);
        Tensor naive = sweep.metricsOneByOne(changes, done -> {});
        assertThat(fast.shape()).containsExactly(changes.size(), tokens.batch());
        double magnitude = Math.max(1, naive.abs().max().item());
        assertThat(fast.sub(naive).abs().max().item() / magnitude).isLessThan(1e-5);
        assertThat(naive.sub(sweep.base()).abs().max().item()).isGreaterThan(1e-4f);
    }

    /** A patch at each layer and position, and at each layer and head where there are heads. */
    private static List<Intervention> everyPatch(HookPoint point, Run source) {
        ModelConfig config = source.model().config();
        List<Intervention> changes = new ArrayList<>();
        for (int l = 0; l < config.nLayers(); l++) {
            Hook hook = new Hook(point, l);
            for (int p = 0; p < source.tokens().length(); p += 2) {
                changes.add(hook.at(p).freeze(source));
            }
            int axis = point.axes().indexOf("head");
            int heads = axis < 0 ? 0 : source.get(hook).size(axis);
            for (int h = 0; h < heads; h++) {
                changes.add(hook.head(h).freeze(source));
                changes.add(hook.head(h).at(4).freeze(source));
            }
        }
        return changes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "gptneo",
                "neox-parallel",
                "gemma2",
                "llama-gqa-llama3",
                "mistral-swa",
                "phi",
                "qwen3",
                "bert"
            })
    void patchingAnyStageEqualsWholeRuns(String name) {
        Transformer model = model(name);
        Recording everything = new Recording("everything", h -> true);
        Run source = model.run(Tokens.ofIds(OTHER), everything);
        for (HookPoint point : HookPoint.values()) {
            if (point.inBlocks() && model.config().computes(point)) {
                assertSame(model, Tokens.ofIds(CLEAN), Metric.logitDiff(5, 7), everyPatch(point, source));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "neox-parallel", "gemma2"})
    void rowsOfABatchAndTheirPaddingStayApart(String name) {
        Transformer model = model(name);
        long[] padded = {0, 0, 3, 44, 61, 90, 2};
        int[] padding = {0, 2, 0};
        Tokens base = Tokens.ofPaddedIds(new long[][] {CLEAN, padded, THIRD}, padding);
        Run source = model.run(Tokens.ofPaddedIds(new long[][] {OTHER, padded, CLEAN}, padding));
        Metric metric = Metric.logitDiff(new long[] {5, 6, 8}, new long[] {7, 7, 9});
        for (HookPoint point : List.of(HookPoint.RESID_PRE, HookPoint.Z, HookPoint.MLP_OUT, HookPoint.PATTERN)) {
            assertSame(model, base, metric, everyPatch(point, source));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "mistral-swa", "bert"})
    void aMetricMayReadAnyPositions(String name) {
        Transformer model = model(name);
        Run source = model.run(Tokens.ofIds(OTHER));
        Metric early = new Metric("two positions", new int[] {1, 4}, x -> x.select(2, 5)
                .sub(x.select(2, 9))
                .sum(1));
        Metric all =
                new Metric("all", new int[0], x -> x.logSoftmax(-1).select(2, 5).sum(1));
        List<Intervention> patches = everyPatch(HookPoint.RESID_PRE, source);
        assertSame(model, Tokens.ofIds(CLEAN), early, patches);
        assertSame(model, Tokens.ofIds(CLEAN), all, patches);
    }

    @Test
    void anyOneChangeCanBeSweptWithOthersOfOtherKinds() {
        Transformer model = model("gpt2");
        List<Intervention> changes = List.of(
                Hook.embed().at(2).scale(0.5),
                Hook.mlpPost(1).neuron(3, 7).ablate(),
                Hook.z(2).head(1).ablate(),
                Hook.residPost(0).add(Tensor.randn(1, model.config().dModel())),
                Hook.attnScores(1).key(0).add(Tensor.scalar(2)),
                Hook.posEmbed().at(0).ablate(),
                Hook.result(0).head(3).at(5).scale(3),
                Hook.ln2Normalized(1).at(-1).scale(2),
                Hook.residPre(1).at(1).edit(x -> x.mul(x)));
        assertSame(model, Tokens.ofIds(CLEAN), Metric.logit(5), changes);
    }

    @Test
    void anAttentionOnlyModelIsSweptToo() {
        ModelConfig config =
                ModelConfig.shape("attention only", 2, 16, 2, 0, 11, 8).build();
        Transformer model = RandomModels.of(config, 3);
        Run source = model.run(Tokens.ofIds(new long[] {3, 1, 4, 1, 5}), new Recording("everything", h -> true));
        for (HookPoint point : List.of(HookPoint.RESID_PRE, HookPoint.Z, HookPoint.V, HookPoint.RESID_POST)) {
            assertSame(model, Tokens.ofIds(new long[] {2, 7, 1, 8, 5}), Metric.logit(4), everyPatch(point, source));
        }
    }

    @Test
    void whatIsChangedBeforeTheBlocksIsChangedInEveryRun() {
        Transformer model = model("gpt2");
        Tokens tokens = Tokens.ofIds(CLEAN);
        Intervention noise =
                Hook.embed().at(2, 3).add(Tensor.randn(4, model.config().dModel()));
        Sweep sweep = Sweep.of(model, tokens, Metric.logit(5), noise);
        List<Intervention> changes = everyPatch(HookPoint.RESID_PRE, model.run(tokens));
        Tensor fast = sweep.metrics(changes);
        Tensor naive = sweep.metricsOneByOne(changes, done -> {});
        assertThat(fast.sub(naive).abs().max().item()).isLessThan(1e-5f);
        Sweep inside =
                Sweep.of(model, tokens, Metric.logit(5), Hook.z(0).head(1).ablate());
        assertThatThrownBy(() -> inside.metrics(changes))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("inside its blocks");
    }

    @Test
    void aChangeThatChangesNothingGivesTheBase() {
        Transformer model = model("gpt2");
        Run same = model.run(Tokens.ofIds(CLEAN));
        Sweep sweep = Sweep.of(model, Tokens.ofIds(CLEAN), Metric.logit(5));
        Tensor metrics = sweep.metrics(
                List.of(Hook.residPre(1).freeze(same), Hook.z(2).at(3).freeze(same)));
        assertThat(metrics.sub(sweep.base()).abs().max().item()).isLessThan(1e-6f);
    }

    @Test
    void whatCannotBeSweptIsAnError() {
        Transformer model = model("phi");
        Sweep sweep = Sweep.of(model, Tokens.ofIds(CLEAN), Metric.logit(5));
        assertThatThrownBy(() -> sweep.metrics(List.of(Hook.residMid(0).ablate())))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("side by side");
        assertThatThrownBy(() -> sweep.metrics(List.of(Hook.lnFinalNormalized().ablate())))
                .hasMessageContaining("comes after them");
        assertThatThrownBy(() -> sweep.metrics(List.of())).hasMessageContaining("at least one change");
        assertThatThrownBy(() -> sweep.metrics(List.of(Hook.residPre(0).edit(x -> x.mul(Double.NaN)))))
                .hasMessageContaining("NaN");
    }

    @Test
    void nothingStaysInMemoryButTheMetrics() {
        Transformer model = model("gpt2");
        Run source = model.run(Tokens.ofIds(OTHER));
        Sweep sweep = Sweep.of(model, Tokens.ofIds(CLEAN), Metric.logit(5));
        List<Intervention> changes = everyPatch(HookPoint.RESID_PRE, source);
        sweep.metrics(changes);
        long before = NativeMemory.liveBytes();
        Tensor metrics = sweep.metrics(changes);
        assertThat(NativeMemory.liveBytes() - before).isLessThanOrEqualTo(4 * metrics.count());
    }
}
