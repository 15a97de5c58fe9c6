package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Derivatives against finite differences in double precision, where these are good to six digits. */
class DifferentiationTest {
    private static final double STEP = 1e-5;
    private static final Metric METRIC = Metric.logitDiff(7, 9);

    private static Transformer inDoubles(String name) {
        Transformer model = Goldens.model(name);
        return with(model, Map.of());
    }

    private static Transformer with(Transformer model, Map<String, Tensor> changed) {
        Map<String, Tensor> doubles = new LinkedHashMap<>();
        model.weights().byName().forEach((key, value) -> doubles.put(key, value.toDouble()));
        doubles.putAll(changed);
        return new Transformer(model.config(), Weights.of(model.config(), doubles), null);
    }

    private static Tokens prompt(Transformer model, int rows) {
        long[][] ids = new long[rows][];
        for (int r = 0; r < rows; r++) {
            ids[r] = new Random(r).longs(6, 5, model.config().dVocab()).toArray();
        }
        return Tokens.ofIds(ids);
    }

    private static double distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().toDoubleArray()[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gemma2", "phi", "neox-parallel", "qwen3", "bert"})
    void blockByBlockGivesTheSameGradients(String name) {
        Transformer model = inDoubles(name);
        Tokens tokens = prompt(model, 2);
        Set<HookPoint> own =
                Set.of(HookPoint.ATTN_IN, HookPoint.Q_INPUT, HookPoint.K_INPUT, HookPoint.V_INPUT, HookPoint.MLP_IN);
        List<Hook> hooks =
                model.hooks().stream().filter(h -> !own.contains(h.point())).toList();
        var change = Hook.z(1).head(1).scale(0.5);
        Gradients whole = model.differentiate(tokens).with(change).gradients(METRIC, hooks);
        Gradients parts = model.differentiate(tokens).with(change).within(1).gradients(METRIC, hooks);
        for (Hook hook : hooks) {
            assertThat(distance(parts.get(hook), whole.get(hook)))
                    .as(hook.name())
                    .isLessThan(1e-10);
            assertThat(distance(parts.run().get(hook), whole.run().get(hook)))
                    .as(hook.name())
                    .isLessThan(1e-10);
        }
        assertThat(distance(parts.metric(), whole.metric())).isLessThan(1e-10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "gemma2"})
    void aJacobianEqualsFiniteDifferences(String name) {
        Transformer model = inDoubles(name);
        Tokens tokens = prompt(model, 1);
        Hook from = Hook.z(0);
        Hook to = Hook.residPost(1);
        Tensor jacobian = model.differentiate(tokens).jacobian(from.at(2).head(1), to.at(2, 4));
        int d = model.config().dHead();
        assertThat(jacobian.shape()).containsExactly(2, model.config().dModel(), 1, 1, d);
        for (int i = 0; i < d; i++) {
            double[] unit = new double[d];
            unit[i] = STEP;
            Tensor up =
                    model.run(tokens, from.at(2).head(1).add(Tensor.of(unit))).get(to);
            unit[i] = -STEP;
            Tensor down =
                    model.run(tokens, from.at(2).head(1).add(Tensor.of(unit))).get(to);
            Tensor expected = up.sub(down).div(2 * STEP).get(0).take(0, 2, 4);
            Tensor actual = jacobian.select(4, i).select(3, 0).select(2, 0);
            assertThat(distance(actual, expected)).isLessThan(1e-5);
        }
    }

    @Test
    void aJacobianInSmallPartsIsTheSame() {
        Transformer model = inDoubles("gpt2");
        Tokens tokens = prompt(model, 1);
        Tensor whole = model.differentiate(tokens)
                .jacobian(Hook.residPre(1), Hook.residPost(2).at(-1));
        Tensor parts = model.differentiate(tokens)
                .within(1)
                .jacobian(Hook.residPre(1), Hook.residPost(2).at(-1));
        assertThat(distance(whole, parts)).isLessThan(1e-10);
        assertThatThrownBy(() -> model.differentiate(prompt(model, 2)).jacobian(Hook.residPre(1), Hook.residPost(2)))
                .hasMessageContaining("A Jacobian is of one prompt, but there are 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "mistral-swa", "gemma2", "phi"})
    void aHessianTimesAVectorIsTheChangeOfTheGradient(String name) {
        Transformer model = inDoubles(name);
        Tokens tokens = prompt(model, 2);
        Metric metric = Metric.logProb(7);
        for (Hook hook : List.of(Hook.residPre(0), Hook.z(1), Hook.mlpPre(0), Hook.lnFinalNormalized())) {
            Tensor vector = Tensor.randn(3, model.run(tokens).get(hook).shape());
            Tensor product = model.differentiate(tokens).hessianVector(metric, hook, vector);
            Tensor up = gradient(model, tokens, metric, hook, vector.mul(STEP));
            Tensor down = gradient(model, tokens, metric, hook, vector.mul(-STEP));
            assertThat(distance(product, up.sub(down).div(2 * STEP)))
                    .as(hook.name())
                    .isLessThan(1e-4);
        }
    }

    private static Tensor gradient(Transformer model, Tokens tokens, Metric metric, Hook hook, Tensor change) {
        return model.differentiate(tokens)
                .with(hook.add(change))
                .gradients(metric, hook)
                .get(hook);
    }

    @Test
    void whereTheMetricIsLinearTheHessianIsZero() {
        Transformer model = inDoubles("gpt2");
        Tokens tokens = prompt(model, 1);
        Tensor vector = Tensor.ones(1, 6, model.config().dModel());
        Tensor product = model.differentiate(tokens).hessianVector(METRIC, Hook.lnFinalNormalized(), vector);
        assertThat(product.abs().max().item()).isZero();
        assertThatThrownBy(() -> model.differentiate(tokens).hessianVector(METRIC, Hook.residPre(0), Tensor.ones(3)))
                .hasMessageContaining("must have its shape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "qwen3", "gemma2", "bert"})
    void gradientsByParametersEqualFiniteDifferences(String name) {
        Transformer model = inDoubles(name);
        Tokens tokens = prompt(model, 2);
        Map<String, Tensor> gradients = model.differentiate(tokens).parameterGradients(METRIC);
        assertThat(gradients.keySet()).isEqualTo(model.weights().byName().keySet());
        List<String> names = new ArrayList<>(gradients.keySet());
        for (String parameter : names) {
            Tensor value = model.weights().get(parameter);
            Tensor direction = Tensor.randn(5, value.shape()).mul(STEP);
            double up = metric(with(model, Map.of(parameter, value.add(direction))), tokens);
            double down = metric(with(model, Map.of(parameter, value.sub(direction))), tokens);
            double expected = (up - down) / 2;
            Tensor gradient = gradients.get(parameter);
            double actual = gradient == null
                    ? Double.NaN
                    : gradient.mul(direction).sum().toDoubleArray()[0];
            assertThat(actual)
                    .as(parameter)
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4 * (Math.abs(expected) + STEP)));
        }
    }

    private static double metric(Transformer model, Tokens tokens) {
        Tensor logits = model.run(tokens, Recording.none()).logits().take(1, -1);
        return METRIC.of(logits).sum().toDoubleArray()[0];
    }

    @Test
    void aHessianByParametersTimesAVectorIsTheChangeOfTheirGradient() {
        Transformer model = inDoubles("gpt2");
        Tokens tokens = prompt(model, 2);
        String name = "blocks.1.mlp.W_in";
        Tensor value = model.weights().get(name);
        Tensor vector = Tensor.randn(6, value.shape());
        Tensor product = model.differentiate(tokens)
                .parameterHessianVector(METRIC, Map.of(name, vector))
                .getOrDefault(name, value);
        Tensor up = parameterGradient(with(model, Map.of(name, value.add(vector.mul(STEP)))), tokens, name);
        Tensor down = parameterGradient(with(model, Map.of(name, value.sub(vector.mul(STEP)))), tokens, name);
        assertThat(distance(product, up.sub(down).div(2 * STEP))).isLessThan(1e-4);
    }

    private static Tensor parameterGradient(Transformer model, Tokens tokens, String name) {
        return model.differentiate(tokens)
                .parameterGradients(METRIC, name)
                .values()
                .iterator()
                .next();
    }

    @Test
    void parametersAreNotTouched() {
        Transformer model = inDoubles("gpt2");
        Tokens tokens = prompt(model, 1);
        model.differentiate(tokens).parameterGradients(METRIC);
        assertThat(model.weights().byName().values()).noneMatch(Tensor::isDifferentiable);
        assertThat(model.run(tokens).logits().isDifferentiable()).isFalse();
    }
}
