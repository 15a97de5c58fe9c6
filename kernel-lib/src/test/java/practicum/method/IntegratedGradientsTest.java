package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class IntegratedGradientsTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[] {5, 17, 3, 42, 61, 8});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[] {5, 17, 9, 42, 60, 8});
    private static final Metric METRIC = Metric.logitDiff(5, 7);

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    private static IntegratedGradients gradients(Transformer model) {
        return IntegratedGradients.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gemma2", "bert"})
    void theEmbeddingsAccountForTheWholeDifference(String name) {
        Transformer model = model(name);
        IntegratedGradients gradients = gradients(model);
        double difference = METRIC.of(model.run(CLEAN)).item()
                - METRIC.of(model.run(CORRUPTED)).item();
        Attributions few = gradients.steps(4).embeddings();
        Attributions many = gradients.steps(64).embeddings();
        assertThat(many.difference().item()).isCloseTo((float) difference, within(1e-4f));
        assertThat(many.sum().item()).isCloseTo((float) difference, within(5e-3f));
        assertThat(many.gap()).isLessThan(0.2 * few.gap() + 1e-4);
        assertThat(many.byPosition(Hook.residPre(0)).select(1, 0).toFloatArray()[1])
                .isZero(); // the prompts agree there
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleTendsToTheSame(PathRule rule) {
        IntegratedGradients gradients = gradients(model("gpt2")).rule(rule);
        Tensor fine = gradients(model("gpt2")).steps(200).embeddings().byPosition(Hook.residPre(0));
        Tensor found =
                gradients.steps(rule == PathRule.RIGHT ? 200 : 40).embeddings().byPosition(Hook.residPre(0));
        double tolerance = rule == PathRule.RIGHT ? 0.03 : 3e-3;
        assertThat(found.sub(fine).abs().max().item())
                .isLessThan((float) (tolerance * fine.abs().max().item()));
    }

    @Test
    void gaussAndLegendreIntegratePolynomialsExactly() {
        for (int n : new int[] {1, 2, 5, 16}) {
            double[] places = PathRule.GAUSS_LEGENDRE.places(n);
            double[] weights = PathRule.GAUSS_LEGENDRE.weights(n);
            for (int degree = 0; degree < 2 * n; degree++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += weights[i] * Math.pow(places[i], degree);
                }
                assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-12));
            }
        }
    }

    /** Steps as rows of a batch against a loop that adds up one gradient after the other. */
    @Test
    void theStepsOfABatchAreThoseOfALoop() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        Hook hook = Hook.mlpOut(1);
        Tensor step = clean.get(hook).sub(corrupted.get(hook));
        Tensor sum = Tensor.zeros(step.shape());
        for (int k = 0; k < 5; k++) {
            Tensor value = corrupted.get(hook).add(step.mul((k + 0.5) / 5));
            sum = sum.add(model.differentiate(CORRUPTED)
                    .with(hook.set(value))
                    .gradients(METRIC, hook)
                    .get(hook));
        }
        Tensor batched = gradients(model).steps(5).at(hook).get(hook);
        assertThat(batched.sub(sum.div(5).mul(step)).abs().max().item()).isLessThan(1e-5f);
    }

    @Test
    void hooksThatMoveTogetherAccountForReplacingThemAll() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        Hook[] hooks = {Hook.z(0), Hook.mlpOut(1), Hook.z(2)};
        Attributions attributions = gradients(model).steps(64).at(hooks);
        Run replaced =
                model.run(CORRUPTED, hooks[0].patchFrom(clean), hooks[1].patchFrom(clean), hooks[2].patchFrom(clean));
        double effect = METRIC.of(replaced).item() - METRIC.of(corrupted).item();
        assertThat(attributions.difference().item()).isCloseTo((float) effect, within(1e-4f));
        assertThat(attributions.gap()).isLessThan(5e-3);
        assertThat(attributions.byHead(Hook.z(2)).shape()).containsExactly(4, 1);
    }

    @Test
    void promptsOfABatchAreIntegratedApart() {
        Transformer model = model("gpt2");
        Run clean = model.run(Tokens.ofIds(CLEAN.row(0), CORRUPTED.row(0)));
        Run corrupted = model.run(Tokens.ofIds(CORRUPTED.row(0), new long[] {1, 2, 3, 4, 5, 6}));
        Metric both = Metric.logitDiff(new long[] {5, 9}, new long[] {7, 3});
        Hook hook = Hook.residPre(1);
        Tensor batch =
                IntegratedGradients.of(clean, corrupted, both).steps(3).at(hook).get(hook);
        Tensor alone = gradients(model).steps(3).at(hook).get(hook);
        assertThat(batch.get(0).sub(alone.get(0)).abs().max().item()).isLessThan(1e-5f);
    }

    @Test
    void zeroEmbeddingsCanBeTheBaseline() {
        Transformer model = model("llama-gqa-llama3");
        Run zero = model.run(CLEAN, Recording.none(), Hook.embed().ablate());
        Attributions attributions = IntegratedGradients.of(model.run(CLEAN), zero, METRIC)
                .steps(64)
                .rule(PathRule.GAUSS_LEGENDRE)
                .embeddings();
        double difference = METRIC.of(model.run(CLEAN)).item() - METRIC.of(zero).item();
        assertThat(attributions.difference().item()).isCloseTo((float) difference, within(1e-4f));
        assertThat(attributions.plot().text()).contains("17");
    }

    @Test
    void aPathNeedsSteps() {
        assertThatThrownBy(() -> gradients(model("gpt2")).steps(0).embeddings())
                .hasMessageContaining("at least one step");
    }
}
