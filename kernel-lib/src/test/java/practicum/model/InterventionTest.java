package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class InterventionTest {
    private static final String CLEAN = "Mary gave a drink to";
    private static final String OTHER = "John gave a drink to";
    private final Transformer model = Goldens.model("gpt2");
    private final Recording everything = new Recording("everything", h -> true);
    private final Run clean = model.run(CLEAN, everything);
    private final Run other = model.run(OTHER, everything);

    private static float distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item();
    }

    @Test
    void patchingTheWholeStreamGivesTheOtherRun() {
        for (int l = 0; l < 3; l++) {
            Run patched = model.run(CLEAN, Hook.residPre(l).patchFrom(other));
            assertThat(distance(patched.logits(), other.logits())).isLessThan(1e-5f);
        }
    }

    @Test
    void everyHookCanBeChangedAndTheChangeReachesTheLogits() {
        for (Hook hook : model.hooks()) {
            Run changed = model.run(CLEAN, hook.edit(x -> x.mul(Tensor.randn(7, x.shape()))));
            assertThat(distance(changed.logits(), clean.logits()))
                    .as(hook.name())
                    .isGreaterThan(1e-4f);
        }
    }

    static Stream<HookPoint> computed() {
        return Stream.of(HookPoint.values()).filter(Goldens.model("gpt2").config()::computes);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void patchingAnyHookFromTheSameRunIsAnError(HookPoint point) {
        Hook hook = new Hook(point, point.inBlocks() ? 1 : -1);
        assertThatThrownBy(() -> model.run(CLEAN, everything, hook.patchFrom(clean)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("changed nothing");
    }

    @Test
    void onlyTheNamedPartChanges() {
        Tensor z = model.run(CLEAN, Hook.z(1).head(2).at(-1).ablate()).get(Hook.z(1));
        Tensor before = model.run(CLEAN).get(Hook.z(1));
        int last = clean.tokens().length() - 1;
        assertThat(z.get(0, last, 2).abs().max().item()).isZero();
        assertThat(distance(z.get(0, last, 1), before.get(0, last, 1))).isZero();
        assertThat(distance(z.get(0).narrow(0, 0, last), before.get(0).narrow(0, 0, last)))
                .isZero();
    }

    @Test
    void ablatingEveryHeadLeavesOnlyTheBiasOfAttention() {
        Run ablated = model.run(CLEAN, Hook.z(0).ablate());
        Tensor bias = model.weights().byName().get("blocks.0.attn.b_O");
        assertThat(ablated.get(Hook.attnOut(0)).sub(bias).abs().max().item()).isZero();
    }

    @Test
    void ablatingAHeadsResultEqualsAblatingItsZ() {
        Run byResult = model.run(CLEAN, Hook.result(1).head(0).ablate());
        Run byZ = model.run(CLEAN, Hook.z(1).head(0).ablate());
        assertThat(distance(byResult.logits(), byZ.logits())).isLessThan(1e-5f);
    }

    @Test
    void theVerbsDoWhatTheySay() {
        Tensor direction = Tensor.randn(1, model.config().dModel());
        Hook hook = Hook.residPost(1);
        Tensor before = clean.get(hook);
        assertThat(distance(model.run(CLEAN, hook.add(direction)).get(hook), before.add(direction)))
                .isLessThan(1e-5f);
        assertThat(distance(model.run(CLEAN, hook.scale(3)).get(hook), before.mul(3)))
                .isLessThan(1e-5f);
        assertThat(distance(
                        model.run(CLEAN, hook.at(1).set(direction)).get(hook).get(0, 1), direction))
                .isZero();
        Tensor projected = model.run(CLEAN, hook.projectOut(direction)).get(hook);
        assertThat(projected.matMul(direction.unsqueeze(1)).abs().max().item()).isLessThan(1e-4f);
        Tensor mean = before.mean(1).unsqueeze(1);
        assertThat(distance(model.run(CLEAN, hook.meanAblate(mean)).get(hook).get(0, 3), mean.get(0, 0)))
                .isLessThan(1e-5f);
    }

    @Test
    void changesAtOneHookFollowEachOther() {
        Hook hook = Hook.mlpPost(1);
        Run run = model.run(CLEAN, hook.neuron(3).scale(2), hook.neuron(3).scale(5));
        assertThat(run.get(hook).item(0, 0, 3)).isEqualTo(clean.get(hook).item(0, 0, 3) * 10);
        assertThat(run.receipts().rowCount()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> model.run(CLEAN, Hook.z(5).ablate())).hasMessageContaining("layers 0–2");
        assertThatThrownBy(() -> Hook.residPre(1).head(2)).hasMessageContaining("Hook.z(layer)");
        assertThatThrownBy(() -> model.run(CLEAN, Hook.z(1).head(4).ablate())).hasMessageContaining("no 4");
        assertThatThrownBy(() -> model.run(CLEAN, Hook.residPre(1).set(Tensor.of(1, 2, 3))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> model.run("Mary gave", Hook.residPre(1).patchFrom(clean)))
                .hasMessageContaining("same number of tokens");
        assertThatThrownBy(() ->
                        model.run(CLEAN, Hook.residPre(1).edit(x -> x.log().sub(x.log()))))
                .hasMessageContaining("NaN");
    }

    @Test
    void changesActAtEveryStepOfGeneration() {
        Tensor direction = Tensor.randn(4, model.config().dModel()).mul(20);
        String plain = model.generate(CLEAN, 6);
        String steered = model.generate(CLEAN, 6, Hook.residPost(1).add(direction));
        String atLast = model.generate(CLEAN, 6, Hook.residPost(1).at(-1).add(direction));
        assertThat(List.of(steered, atLast)).doesNotContain(plain);
    }

    /** With everything after layer 0's MLP held, only its direct path to the logits is left. */
    @Test
    void freezingTheRestLeavesTheDirectPath() {
        Intervention[] changes = {
            Hook.mlpOut(0).scale(3),
            Hook.attnOut(1).freeze(clean),
            Hook.mlpOut(1).freeze(clean),
            Hook.attnOut(2).freeze(clean),
            Hook.mlpOut(2).freeze(clean),
        };
        Run direct = model.run(CLEAN, changes);
        Tensor expected =
                clean.get(Hook.residPost(2)).add(clean.get(Hook.mlpOut(0)).mul(2));
        assertThat(distance(direct.get(Hook.residPost(2)), expected)).isLessThan(1e-5f);
    }

    @Test
    void freezingWhatDoesNotChangeIsNoError() {
        Run same = model.run(CLEAN, Hook.pattern(1).freeze(clean));
        assertThat(distance(same.logits(), clean.logits())).isLessThan(1e-5f);
        assertThatThrownBy(() -> model.run("Mary gave", Hook.pattern(1).freeze(clean)))
                .hasMessageContaining("same number of tokens");
    }

    @Test
    void resamplingTakesWholeRowsOfTheSource() {
        Run source = model.run(Tokens.ofIds(new long[] {5, 6, 7}, new long[] {8, 9, 10}, new long[] {11, 12, 13}));
        Tokens prompts = Tokens.ofIds(new long[] {20, 21, 22}, new long[] {23, 24, 25});
        Hook hook = Hook.z(1);
        Run resampled = model.run(prompts, hook.head(2).resampleAblate(source, 5));
        for (int r = 0; r < 2; r++) {
            Tensor row = resampled.get(hook).get(r).select(1, 2);
            boolean found = false;
            for (int s = 0; s < 3; s++) {
                found |= distance(row, source.get(hook).get(s).select(1, 2)) == 0;
            }
            assertThat(found).isTrue();
        }
        Run again = model.run(prompts, hook.head(2).resampleAblate(source, 5));
        assertThat(distance(again.logits(), resampled.logits())).isZero();
    }
}
