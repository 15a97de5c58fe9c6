package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.tensor.Processor;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Models whose products are in bfloat16 beside the same in float32. */
class Bfloat16Test {
    private static final Tokens PROMPT = Tokens.ofIds(new long[] {4, 9, 2, 7, 5, 3, 8, 1});
    private static final Metric METRIC = Metric.logitDiff(3, 5);

    private final Transformer model =
            RandomModels.of(ModelConfig.shape("random", 3, 32, 4, 64, 50, 16).build(), 1);

    @BeforeAll
    static void needsAProcessorThatHasIt() {
        assumeTrue(
                Processor.lacksBfloat16().isEmpty(),
                () -> Processor.lacksBfloat16().orElse("") + " Run this test on a machine that has them.");
    }

    /**
     * A number rounded to bfloat16 is off by up to 2⁻⁹ of itself. Each of the products along the longest path, four in a
     * block and the unembedding, rounds what it reads, its matrix and its result; the errors are random, so they grow as
     * the root of their number.
     */
    private static double bound(Transformer model) {
        double roundings = 3 * (4.0 * model.config().nLayers() + 1);
        return 4 * Math.sqrt(roundings) / 512;
    }

    /** The root of the mean square of the difference, as a share of that of the logits about their mean. */
    private static double error(Tensor rounded, Tensor exact) {
        Tensor centred = exact.sub(exact.mean(-1).unsqueeze(-1));
        return rounded.sub(exact).norm().item() / centred.norm().item();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "neox-parallel", "llama-gqa-llama3", "gemma2", "phi", "qwen3", "bert"})
    void logitsAgreeWithFloat32WithinWhatRoundingCanDo(String golden) {
        Transformer exact = Goldens.model(golden);
        Tensor logits = exact.run(PROMPT, Recording.none()).logits();
        Tensor rounded = exact.inBfloat16().run(PROMPT, Recording.none()).logits();
        assertThat(rounded.dtype()).isEqualTo("float32");
        assertThat(error(rounded, logits)).isBetween(1e-4, bound(exact));
    }

    @Test
    void theModelItWasMadeOfIsUntouched() {
        float[] before = model.run(PROMPT).logits().toFloatArray();
        Transformer rounded = model.inBfloat16();
        rounded.run(PROMPT);
        assertThat(model.run(PROMPT).logits().toFloatArray()).isEqualTo(before);
        assertThat(model.weights().areInBfloat16()).isFalse();
        assertThat(model.toString()).doesNotContain("bfloat16");
        assertThat(rounded.toString()).contains("products in bfloat16");
        assertThat(rounded.inBfloat16()).isSameAs(rounded);
    }

    @Test
    void weightsAreStillReadInFloat32() {
        Transformer rounded = model.inBfloat16();
        assertThat(rounded.W_Q(1, 2).toFloatArray()).isEqualTo(model.W_Q(1, 2).toFloatArray());
        assertThat(rounded.weights().get("blocks.0.mlp.W_in"))
                .isSameAs(model.weights().get("blocks.0.mlp.W_in"));
        assertThat(rounded.W_U().toFloatArray()).isEqualTo(model.W_U().toFloatArray());
    }

    @Test
    void everyHookRecordsFloat32NearWhatItDoesOtherwise() {
        Run exact = model.run(PROMPT);
        Run rounded = model.inBfloat16().run(PROMPT);
        assertThat(rounded.hooks()).isEqualTo(exact.hooks());
        for (Hook hook : List.of(Hook.residPost(2), Hook.z(1), Hook.pattern(2), Hook.mlpPost(0), Hook.q(1))) {
            assertThat(rounded.get(hook).dtype()).isEqualTo("float32");
            assertThat(error(rounded.get(hook), exact.get(hook)))
                    .as(hook.toString())
                    .isLessThan(bound(model));
        }
        float[] sums = rounded.get(Hook.pattern(1)).sum(-1).toFloatArray();
        for (float sum : sums) {
            assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5f));
        }
    }

    @Test
    void changesDoWhatTheyDoOtherwise() {
        Transformer rounded = model.inBfloat16();
        Tensor exactly = model.run(PROMPT, Hook.z(1).head(2).ablate()).logits();
        Run ablated = rounded.run(PROMPT, Hook.z(1).head(2).ablate());
        assertThat(error(ablated.logits(), exactly)).isLessThan(bound(model));
        assertThat(error(ablated.logits(), exactly))
                .isLessThan(error(ablated.logits(), rounded.run(PROMPT).logits()) / 3);
        assertThat(ablated.get(Hook.z(1)).select(2, 2).abs().max().item()).isZero();
        Run steered = rounded.run(PROMPT, Hook.residPre(1).at(-1).set(Tensor.ones(32)));
        assertThat(steered.get(Hook.residPre(1)).get(0, -1).toFloatArray()).containsOnly(1);
    }

    @Test
    void aSweepAgreesWithTheSameRunsOneByOneWithinRounding() {
        Transformer rounded = model.inBfloat16();
        Sweep sweep = Sweep.of(rounded, PROMPT, METRIC);
        var changes = List.of(Hook.z(0).head(1).ablate(), Hook.residPre(2).at(3).ablate());
        double scale = rounded.run(PROMPT).logits().abs().max().item();
        Tensor apart = sweep.metrics(changes).sub(sweep.metricsOneByOne(changes, done -> {}));
        assertThat(apart.abs().max().item() / scale).isLessThan((float) bound(model));
    }

    @Test
    void generationWithKeysAndValuesKeptSaysWhatWholeRunsSay() {
        Transformer rounded = model.inBfloat16();
        Generated generated = rounded.generate(PROMPT, 5, Sampling.greedy(), Recording.none(), token -> {});
        Tensor whole = rounded.run(generated.run().tokens()).logits();
        assertThat(error(generated.run().logits(), whole)).isLessThan(bound(model));
    }

    @Test
    void derivativesAreRefusedWithWhatToDo() {
        Transformer rounded = model.inBfloat16();
        assertThatThrownBy(() -> rounded.gradients(PROMPT, METRIC, Hook.z(0)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Take gradients of the model that inBfloat16() was called on");
        assertThatThrownBy(() -> rounded.differentiate(PROMPT).parameterGradients(METRIC))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void aModelOfItsParametersIsInFloat32AsAnyOther() {
        Transformer rounded = model.inBfloat16();
        Transformer again = rounded.with(
                model.config(), Weights.of(model.config(), rounded.weights().byName()));
        assertThat(again.run(PROMPT).logits().toFloatArray())
                .isEqualTo(model.run(PROMPT).logits().toFloatArray());
    }
}
