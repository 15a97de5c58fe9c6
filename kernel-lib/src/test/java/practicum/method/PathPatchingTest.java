package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Target;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class PathPatchingTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[] {5, 17, 3, 42, 61, 8});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[] {5, 17, 9, 42, 60, 8});
    private static final Metric METRIC = Metric.logitDiff(5, 7);

    private static PathPatching paths(String name) {
        Transformer model = Models.load(GOLDENS.resolve(name));
        return PathPatching.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
    }

    private static void assertSame(Tensor fast, Tensor plain) {
        assertThat(fast.shape()).isEqualTo(plain.shape());
        double magnitude = Math.max(1, plain.abs().max().item());
        assertThat(fast.sub(plain).abs().max().item() / magnitude).isLessThan(1e-5);
    }

    private static void assertFastIsPlain(PathPatching paths) {
        assertSame(paths.heads().metric(), paths.plainly().heads().metric());
        assertSame(paths.mlps().metric(), paths.plainly().mlps().metric());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt2", "neox-parallel", "gemma2", "llama-gqa-llama3", "mistral-swa", "phi", "qwen3", "bert"})
    void theBatchEqualsWholeRunsWithAllInBetweenFrozen(String name) {
        PathPatching paths = paths(name);
        int last = name.equals("phi") || name.equals("bert") ? 1 : 2;
        Target[][] receivers = {
            {Hook.residPost(last)},
            {Hook.qInput(last).head(1)},
            {Hook.kInput(last).head(0), Hook.vInput(1).head(1), Hook.mlpIn(last)},
            {Hook.mlpIn(1).at(4), Hook.residPost(last).at(-1)},
        };
        for (Target[] each : receivers) {
            assertFastIsPlain(paths.to(each));
        }
        assertFastIsPlain(paths.to(receivers[2]).throughMlps());
        PathPatching back = paths.throughMlps().noising();
        assertSame(back.residPre().metric(), back.plainly().residPre().metric());
        assertSame(paths.attnOut().metric(), paths.plainly().attnOut().metric());
    }

    /** A head's direct effect in a model that is linear behind it: what it writes, through the unembedding. */
    @Test
    void theDirectEffectOfAHeadIsWhatItWritesTimesTheUnembedding() {
        Transformer model = SmallModels.attentionOnly(5);
        Run clean = model.run(Tokens.ofIds(new long[] {1, 2, 3, 4}));
        Run corrupted = model.run(Tokens.ofIds(new long[] {1, 6, 3, 4}));
        Tensor effects =
                PathPatching.of(clean, corrupted, Metric.logit(7)).heads().effect();
        for (int l = 0; l < 2; l++) {
            for (int h = 0; h < 3; h++) {
                Tensor step = clean.get(Hook.z(l)).sub(corrupted.get(Hook.z(l))).get(0, 3, h);
                Tensor written = step.unsqueeze(0).matMul(model.W_O(l, h));
                float expected = written.matMul(model.W_U()).item(0, 7);
                assertThat(effects.item(l, h)).isCloseTo(expected, within(1e-5f));
            }
        }
    }

    /** Head 0.1 into the values of head 1.2 only: every step worked out from the weights. */
    @Test
    void aPathThroughTheValuesOfALaterHeadIsWorkedOutByHand() {
        Transformer model = SmallModels.attentionOnly(6);
        Run clean = model.run(Tokens.ofIds(new long[] {1, 2, 3, 4}));
        Run corrupted = model.run(Tokens.ofIds(new long[] {1, 6, 3, 4}));
        double effect = PathPatching.of(clean, corrupted, Metric.logit(7))
                .to(Hook.vInput(1).head(2))
                .heads()
                .effect()
                .item(0, 1);

        Tensor step =
                clean.get(Hook.z(0)).sub(corrupted.get(Hook.z(0))).select(2, 1).get(0); // [pos, d_head]
        Tensor stream = corrupted.get(Hook.residPre(1)).get(0).add(step.matMul(model.W_O(0, 1)));
        Tensor read = stream.layerNorm(model.ln1_w(1), model.ln1_b(1), 1e-5);
        Tensor values = read.matMul(model.W_V(1, 2)).add(model.b_V(1, 2));
        Tensor pattern = corrupted.get(Hook.pattern(1)).get(0, 2);
        Tensor mixed =
                pattern.matMul(values).sub(corrupted.get(Hook.z(1)).select(2, 2).get(0));
        double expected = mixed.matMul(model.W_O(1, 2)).matMul(model.W_U()).item(3, 7);

        assertThat(effect).isCloseTo(expected, within(1e-5));
        assertThat(Math.abs(expected)).isGreaterThan(1e-3);
    }

    @Test
    void aSenderThatComesAfterTheReceiversChangesNothing() {
        PatchingScores scores = paths("gpt2").to(Hook.qInput(1).head(0)).heads();
        assertThat(scores.effect().narrow(0, 1, 3).abs().max().item()).isLessThan(1e-5f);
        assertThat(scores.effect().get(0).abs().max().item()).isGreaterThan(1e-4f);
    }

    @Test
    void promptsOfABatchStayApart() {
        Transformer model = Models.load(GOLDENS.resolve("gpt2"));
        Run clean = model.run(Tokens.ofIds(CLEAN.row(0), CORRUPTED.row(0)), Recording.none());
        Run corrupted = model.run(Tokens.ofIds(CORRUPTED.row(0), new long[] {1, 2, 3, 4, 5, 6}), Recording.none());
        Metric both = Metric.logitDiff(new long[] {5, 9}, new long[] {7, 3});
        PatchingScores scores = PathPatching.of(clean, corrupted, both)
                .to(Hook.kInput(2).head(3))
                .heads();
        Tensor alone = paths("gpt2").to(Hook.kInput(2).head(3)).heads().metric();
        assertSame(scores.metricPerPrompt().select(2, 0), alone);
    }

    @Test
    void whatCannotReceiveIsAnError() {
        PathPatching paths = paths("gpt2");
        assertThatThrownBy(() -> paths.to(Hook.z(1).head(0)).heads())
                .isInstanceOf(HookException.class)
                .hasMessageContaining("cannot receive");
        assertThatThrownBy(() -> paths.to(Hook.residPost(1)).heads()).hasMessageContaining("Hook.residPost(2)");
        assertThatThrownBy(() -> paths.to().heads()).hasMessageContaining("at least one receiver");
        Transformer model = Models.load(GOLDENS.resolve("gpt2"));
        Run changed = model.run(CLEAN, Hook.embed().ablate());
        assertThatThrownBy(() ->
                        PathPatching.of(model.run(CORRUPTED), changed, METRIC).heads())
                .hasMessageContaining("without changes");
    }
}
