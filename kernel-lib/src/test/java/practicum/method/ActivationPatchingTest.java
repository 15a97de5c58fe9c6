package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class ActivationPatchingTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final long[] CLEAN = {5, 17, 3, 42, 61, 8};
    private static final long[] CORRUPTED = {5, 17, 9, 42, 60, 8};
    private static final Metric METRIC = Metric.logitDiff(5, 7);

    private static ActivationPatching patching(Transformer model) {
        return ActivationPatching.of(
                model.run(Tokens.ofIds(CLEAN), Recording.none()),
                model.run(Tokens.ofIds(CORRUPTED), Recording.none()),
                METRIC);
    }

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    private static void assertFastIsPlain(
            ActivationPatching patching, Function<ActivationPatching, PatchingScores> kind) {
        Tensor fast = kind.apply(patching).metric();
        Tensor plain = kind.apply(patching.plainly()).metric();
        assertThat(fast.shape()).isEqualTo(plain.shape());
        double magnitude = Math.max(1, plain.abs().max().item());
        assertThat(fast.sub(plain).abs().max().item() / magnitude).isLessThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gemma2", "llama-gqa-llama3"})
    void everyKindEqualsWholeRunsInBothDirections(String name) {
        ActivationPatching denoising = patching(model(name));
        for (ActivationPatching patching : new ActivationPatching[] {denoising, denoising.noising()}) {
            assertFastIsPlain(patching, ActivationPatching::residPre);
            assertFastIsPlain(patching, ActivationPatching::residMid);
            assertFastIsPlain(patching, ActivationPatching::residPost);
            assertFastIsPlain(patching, ActivationPatching::attnOut);
            assertFastIsPlain(patching, ActivationPatching::mlpOut);
            assertFastIsPlain(patching, ActivationPatching::heads);
            assertFastIsPlain(patching, ActivationPatching::queries);
            assertFastIsPlain(patching, ActivationPatching::keys);
            assertFastIsPlain(patching, ActivationPatching::values);
            assertFastIsPlain(patching, ActivationPatching::patterns);
            assertFastIsPlain(patching, p -> p.byPositionAndHead(HookPoint.V));
        }
    }

    /** A cell looked up by hand: the right layer, position and head, in the right direction. */
    @Test
    void aCellIsTheRunItIsNamedAfter() {
        Transformer model = model("gpt2");
        Run clean = model.run(Tokens.ofIds(CLEAN));
        PatchingScores scores = patching(model).byPositionAndHead(HookPoint.Z);
        Run patched = model.run(Tokens.ofIds(CORRUPTED), Hook.z(1).at(4).head(2).patchFrom(clean));
        assertThat(scores.metric().shape()).containsExactly(3, 6, 4);
        assertThat(scores.metric().item(1, 4, 2)).isCloseTo(METRIC.of(patched).item(), within(1e-5f));
        PatchingScores noised = patching(model).noising().residPost();
        Run broken =
                model.run(Tokens.ofIds(CLEAN), Hook.residPost(0).at(2).patchFrom(model.run(Tokens.ofIds(CORRUPTED))));
        assertThat(noised.metric().item(0, 2)).isCloseTo(METRIC.of(broken).item(), within(1e-5f));
        assertThat(noised.base()).isCloseTo(METRIC.of(clean).item(), within(1e-5));
    }

    @Test
    void theStreamAtTheLastPositionOfTheLastLayerIsEverything() {
        PatchingScores scores = patching(model("gpt2")).residPost();
        assertThat(scores.normalized().item(2, 5)).isCloseTo(1, within(1e-4f));
        assertThat(scores.normalized().item(2, 4)).isCloseTo(0, within(1e-4f));
        assertThat(scores.effect().item(0, 1)).isZero(); // the prompts do not differ so early
    }

    @Test
    void causalTracingRestoresWhatNoiseInTheEmbeddingsDestroys() {
        Transformer model = model("gpt2");
        Tensor noise = Tensor.randn(3, model.config().dModel());
        Run clean = model.run(Tokens.ofIds(CLEAN), Recording.none());
        Run noisy = model.run(
                Tokens.ofIds(CLEAN), Recording.none(), Hook.embed().at(2, 3).add(noise));
        ActivationPatching tracing = ActivationPatching.of(clean, noisy, METRIC);
        PatchingScores scores = tracing.residPre();
        assertThat(scores.base()).isCloseTo(METRIC.of(noisy).item(), within(1e-5));
        assertThat(scores.effect().abs().max().item()).isGreaterThan(0.01f);
        assertFastIsPlain(tracing, ActivationPatching::residPre);
        assertFastIsPlain(tracing.noising(), ActivationPatching::residPre);
    }

    @Test
    void promptsOfABatchAreAveragedAndKeptApart() {
        Transformer model = model("gpt2");
        long[] other = {9, 8, 7, 6, 5, 4};
        Metric metric = Metric.logitDiff(new long[] {5, 6}, new long[] {7, 8});
        ActivationPatching both = ActivationPatching.of(
                model.run(Tokens.ofIds(CLEAN, other)), model.run(Tokens.ofIds(CORRUPTED, CLEAN)), metric);
        PatchingScores scores = both.residPre();
        Tensor first = patching(model).residPre().metric();
        assertThat(scores.metricPerPrompt().select(2, 0).sub(first).abs().max().item())
                .isLessThan(1e-5f);
        assertThat(scores.metric()
                        .sub(scores.metricPerPrompt().mean(2))
                        .abs()
                        .max()
                        .item())
                .isZero();
        assertFastIsPlain(both, ActivationPatching::heads);
    }

    @Test
    void pictureAndTableNameLayersHeadsAndTokens() {
        Transformer model = model("gpt2");
        ActivationPatching patching =
                ActivationPatching.of(model, "Mary gave a drink to", "John gave a drink to", METRIC);
        PatchingScores scores = patching.residPre();
        assertThat(scores.plot().text())
                .contains("share of the difference in logit difference", "Patching hook_resid_pre");
        assertThat(scores.table().columnNames()).containsExactly("layer", "pos", "logit difference", "effect");
        assertThat(scores.table().rowCount()).isEqualTo((int) scores.metric().count());
        assertThat(Math.abs(scores.table().doubleColumn("effect").get(0)))
                .isCloseTo(scores.effect().abs().max().item(), within(1e-6));
        assertThat(patching.byPositionAndHead(HookPoint.Z).plot().text()).contains("0.3", "2.0");
    }

    @Test
    void promptsOfDifferentLengthsAreShownBesideEachOther() {
        Transformer model = model("gpt2");
        assertThatThrownBy(() -> ActivationPatching.of(model, "Mary gave a drink", "Mary gave a", METRIC))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("same number of tokens")
                .hasMessageContaining("|");
    }

    @Test
    void runsThatTheMetricCannotTellApartHaveNoShares() {
        Transformer model = model("gpt2");
        Run run = model.run(Tokens.ofIds(CLEAN));
        PatchingScores scores = ActivationPatching.of(run, run, METRIC).residPre();
        assertThat(scores.effect().abs().max().item()).isZero();
        assertThatThrownBy(scores::normalized).hasMessageContaining("tells apart");
    }

    @Test
    void whatAModelDoesNotComputeIsItsOwnError() {
        ActivationPatching patching = patching(model("phi"));
        assertThatThrownBy(patching::residMid).isInstanceOf(HookException.class).hasMessageContaining("side by side");
        assertThatThrownBy(() -> patching.byHead(HookPoint.MLP_OUT)).hasMessageContaining("has no heads");
        assertThatThrownBy(() -> patching.byPosition(HookPoint.EMBED)).hasMessageContaining("not in the blocks");
    }
}
