package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** What must hold of a model whatever its family, tried on random models of nine. */
class EveryFamilyTest {
    private static final Recording EVERYTHING = new Recording("everything", h -> true);

    private static long[] ids(Transformer model, int count, long seed) {
        return new Random(seed).longs(count, 5, model.config().dVocab()).toArray();
    }

    private static Tokens padded(long[]... rows) {
        int length = Arrays.stream(rows).mapToInt(r -> r.length).max().orElseThrow();
        int[] padding = Arrays.stream(rows).mapToInt(r -> length - r.length).toArray();
        long[][] full = new long[rows.length][length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, full[r], padding[r], rows[r].length);
        }
        return Tokens.ofPaddedIds(full, padding);
    }

    private static float distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item();
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void aBatchEqualsItsRowsOneByOne(String name) {
        Transformer model = Goldens.model(name);
        long[][] rows = {ids(model, 11, 1), ids(model, 5, 2), ids(model, 8, 3)};
        Run batch = model.run(padded(rows), Recording.of(HookPoint.RESID_PRE, HookPoint.Z));
        for (int r = 0; r < rows.length; r++) {
            Run alone = model.run(Tokens.ofIds(rows[r]), Recording.of(HookPoint.RESID_PRE, HookPoint.Z));
            int from = 11 - rows[r].length;
            assertThat(distance(
                            batch.logits().get(r).narrow(0, from, 11),
                            alone.logits().get(0)))
                    .isLessThan(2e-5f);
            for (Hook hook : alone.hooks()) {
                assertThat(distance(
                                batch.get(hook).get(r).narrow(0, from, 11),
                                alone.get(hook).get(0)))
                        .as(hook.name())
                        .isLessThan(2e-5f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void continuingAPromptEqualsReadingItWhole(String name) {
        Transformer model = Goldens.model(name);
        Tokens prompt = padded(ids(model, 7, 4), ids(model, 4, 5));
        Generated generated = model.endingAt().generate(prompt, 6, Sampling.greedy(), EVERYTHING, token -> {});
        Run whole = model.run(generated.run().tokens(), EVERYTHING);
        assertThat(generated.tokens().length()).isEqualTo(13);
        for (int r = 0; r < 2; r++) { // what stands at a padding position means nothing
            int from = prompt.padding(r);
            Tensor continued = generated.run().logits().get(r).narrow(0, from, 12);
            assertThat(distance(continued, whole.logits().get(r).narrow(0, from, 12)))
                    .isLessThan(5e-5f);
        }
        for (Hook hook : model.hooks()) {
            assertThat(generated.run().get(hook).shape())
                    .as(hook.name())
                    .isEqualTo(whole.get(hook).shape());
            Tensor first = generated.run().get(hook).get(0);
            assertThat(distance(first, whole.get(hook).get(0))).as(hook.name()).isLessThan(5e-5f);
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void changesReachTheTokensThatAreGenerated(String name) {
        Transformer model = Goldens.model(name);
        Tokens prompt = Tokens.ofIds(ids(model, 6, 6));
        Tensor direction = Tensor.randn(7, model.config().dModel()).mul(2);
        Tensor value = Tensor.randn(8, model.config().dHead());
        var everywhere = Hook.residPost(0).add(direction);
        var inThePrompt = Hook.z(1).head(1).at(-2).set(value);
        Generated generated = model.endingAt()
                .generate(prompt, 4, Sampling.greedy(), Recording.none(), token -> {}, everywhere, inThePrompt);
        Run whole = model.run(
                generated.run().tokens(),
                Recording.none(),
                everywhere,
                Hook.z(1).head(1).at(4).set(value));
        assertThat(distance(generated.run().logits(), whole.logits())).isLessThan(5e-5f);
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void everyHookCanBeChangedAndTheChangeReachesTheLogits(String name) {
        Transformer model = Goldens.model(name);
        Tokens prompt = Tokens.ofIds(ids(model, 6, 9));
        Run plain = model.run(prompt);
        for (Hook hook : model.hooks()) {
            Run changed = model.run(prompt, Recording.none(), hook.edit(x -> x.mul(Tensor.randn(1, x.shape()))));
            assertThat(distance(changed.logits(), plain.logits()))
                    .as(hook.name())
                    .isGreaterThan(1e-4f);
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void recordingEverythingChangesNothing(String name) {
        Transformer model = Goldens.model(name);
        Tokens prompt = Tokens.ofIds(ids(model, 6, 9));
        assertThat(distance(
                        model.run(prompt, EVERYTHING).logits(),
                        model.run(prompt, Recording.none()).logits()))
                .isLessThan(2e-5f);
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void whatEachHeadReadsCanBeKeptApart(String name) {
        Transformer model = Goldens.model(name);
        Tokens prompt = Tokens.ofIds(ids(model, 6, 9));
        Tensor noise = Tensor.randn(3, model.config().dModel());
        Run plain = model.run(prompt);
        Run queries = model.run(prompt, Hook.qInput(1).head(2).add(noise));
        assertThat(distance(queries.get(Hook.k(1)), plain.get(Hook.k(1)))).isZero();
        assertThat(distance(
                        queries.get(Hook.q(1)).select(2, 1),
                        plain.get(Hook.q(1)).select(2, 1)))
                .isLessThan(1e-5f);
        // Head 2 of a model whose heads all read the changed stream has the same queries.
        Run all = model.run(prompt, Hook.residPre(1).add(noise));
        assertThat(distance(
                        queries.get(Hook.q(1)).select(2, 2), all.get(Hook.q(1)).select(2, 2)))
                .isLessThan(2e-5f);
        Run keys = model.run(prompt, Hook.kInput(1).add(noise));
        assertThat(distance(keys.get(Hook.k(1)), all.get(Hook.k(1)))).isLessThan(2e-5f);
        Run values = model.run(prompt, Hook.vInput(1).add(noise));
        assertThat(distance(values.get(Hook.v(1)), all.get(Hook.v(1)))).isLessThan(2e-5f);
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void headsRecomputedFromTheirViewsEqualTheRun(String name) {
        Transformer model = Goldens.model(name);
        Run run = model.run(Tokens.ofIds(ids(model, 6, 9)), EVERYTHING);
        int l = 1;
        boolean reads = model.config().layout().normalizesInput();
        Tensor x = run.get(reads ? Hook.ln1Normalized(l) : Hook.residPre(l));
        int shared = model.config().nHeads() / model.config().nKvHeads();
        Tensor written = model.b_O(l);
        for (int h = 0; h < model.config().nHeads(); h++) {
            Tensor q = x.matMul(model.W_Q(l, h)).add(model.b_Q(l, h));
            Tensor k = x.matMul(model.W_K(l, h)).add(model.b_K(l, h));
            Tensor v = x.matMul(model.W_V(l, h)).add(model.b_V(l, h));
            assertThat(distance(q, run.get(Hook.q(l)).select(2, h))).isLessThan(1e-5f);
            assertThat(distance(k, run.get(Hook.k(l)).select(2, h / shared))).isLessThan(1e-5f);
            assertThat(distance(v, run.get(Hook.v(l)).select(2, h / shared))).isLessThan(1e-5f);
            Tensor z = run.get(Hook.pattern(l)).select(1, h).matMul(v);
            assertThat(distance(z, run.get(Hook.z(l)).select(2, h))).isLessThan(1e-5f);
            written = z.matMul(model.W_O(l, h)).add(written);
        }
        if (!model.config().layout().normalizesOutput()) {
            assertThat(distance(written, run.get(Hook.attnOut(l)))).isLessThan(2e-5f);
        }
    }

    /** Finite differences in double precision, where they are good to six digits. */
    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void gradientsEqualFiniteDifferences(String name) {
        Transformer model = inDoubles(Goldens.model(name));
        Tokens prompt = Tokens.ofIds(ids(model, 6, 10), ids(model, 6, 11));
        Metric metric = Metric.logitDiff(7, 9);
        List<Hook> hooks = new ArrayList<>(model.hooks());
        // What readers of their own input get bypasses the common normalisation, so the two are asked for apart.
        Set<HookPoint> inputs =
                Set.of(HookPoint.ATTN_IN, HookPoint.Q_INPUT, HookPoint.K_INPUT, HookPoint.V_INPUT, HookPoint.MLP_IN);
        List<Hook> apart =
                hooks.stream().filter(h -> inputs.contains(h.point())).toList();
        hooks.removeAll(apart);
        for (List<Hook> some : List.of(hooks, apart)) {
            Gradients gradients = model.differentiate(prompt).gradients(metric, some);
            for (Hook hook : some) {
                Tensor gradient = gradients.get(hook);
                Tensor direction = Tensor.randn(12, gradient.shape());
                double step = 1e-5;
                double up = metric(model, prompt, metric, hook, direction.mul(step));
                double down = metric(model, prompt, metric, hook, direction.mul(-step));
                double expected = (up - down) / (2 * step);
                double actual = gradient.mul(direction).sum().toDoubleArray()[0];
                assertThat(actual)
                        .as(hook.name())
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void aReadersOwnInputAndTheCommonNormalisationCannotBothBeChanged() {
        Transformer model = Goldens.model("phi");
        Tokens prompt = Tokens.ofIds(ids(model, 6, 9));
        assertThatThrownBy(() -> model.run(
                        prompt, Hook.qInput(1).scale(2), Hook.ln1Normalized(1).scale(2)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("cannot both be changed");
        assertThatThrownBy(() -> model.gradients(prompt, Metric.logit(7), Hook.mlpIn(0), Hook.ln1Scale(0)))
                .hasMessageContaining("Use two runs");
    }

    private static double metric(Transformer model, Tokens prompt, Metric metric, Hook hook, Tensor change) {
        Tensor logits = model.run(prompt, Recording.none(), hook.add(change)).logits();
        double sum = 0;
        for (double value : metric.of(logits.take(1, -1)).toDoubleArray()) {
            sum += value;
        }
        return sum;
    }

    private static Transformer inDoubles(Transformer model) {
        Map<String, Tensor> doubles = new LinkedHashMap<>();
        model.weights().byName().forEach((key, value) -> doubles.put(key, value.toDouble()));
        return new Transformer(model.config(), Weights.of(model.config(), doubles), null);
    }
}
