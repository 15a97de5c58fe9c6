package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.load.Models;
import practicum.model.EdgeSweep;
import practicum.model.Metric;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.wired.HandWired;

class CircuitTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[][] {{5, 17, 3, 42, 61, 8}, {9, 11, 40, 2, 33, 8}});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[][] {{5, 17, 9, 42, 60, 8}, {9, 30, 40, 2, 31, 8}});
    private static final Metric METRIC = Metric.logitDiff(5, 7);
    private static final String STORY = "When Mary and John went to the store , %s gave a drink to";

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    private static CircuitRuns runs(Transformer model) {
        return CircuitRuns.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
    }

    // ---------------------------------------------------------------- runs

    /** Three ways: one sum per reader with a mask, paths with all in between held, and whole runs. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gptneo", "llama-gqa-llama3", "neox-parallel", "phi", "gemma2", "qwen3"})
    void aCircuitWithoutOneEdgeIsTheModelWithThatEdgePatched(String name) {
        Transformer model = model(name);
        CircuitRuns runs = runs(model);
        EdgeScores exact = EdgePatching.of(model.run(CLEAN), model.run(CORRUPTED), METRIC)
                .noising()
                .scores();
        List<EdgeScores.Edge> edges = exact.edges();
        List<EdgeScores.Edge> some = IntStream.range(0, edges.size())
                .filter(i -> i < 10 || i % 7 == 0)
                .mapToObj(edges::get)
                .toList();
        Circuit whole = Circuit.whole(model);
        float[] metrics = runs.metrics(some.stream()
                        .map(e -> whole.without(e.writer(), e.reader()))
                        .toList())
                .mean(1)
                .toFloatArray();
        double scale = Math.max(1, Math.abs(runs.whole()));
        for (int i = 0; i < metrics.length; i++) {
            assertThat(metrics[i] - runs.whole())
                    .as("%s", some.get(i))
                    .isCloseTo(some.get(i).score(), within(2e-4 * scale));
        }
        assertThat(edges).hasSize(whole.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "neox-parallel", "gemma2"})
    void allEdgesAreTheModelAndNoneAreTheOtherPrompt(String name) {
        Transformer model = model(name);
        CircuitRuns runs = runs(model);
        double[] metrics = runs.metrics(List.of(Circuit.whole(model), Circuit.none(model)))
                .mean(1)
                .toDoubleArray();
        assertThat(metrics[0]).isCloseTo(runs.whole(), within(1e-4 * Math.max(1, Math.abs(runs.whole()))));
        assertThat(metrics[1]).isCloseTo(runs.empty(), within(1e-4 * Math.max(1, Math.abs(runs.empty()))));
        assertThat(runs.faithfulness(List.of(Circuit.whole(model), Circuit.none(model))))
                .containsExactly(new double[] {1, 0}, within(1e-3));
    }

    /** By hand: heads of the first layer write as on the corrupted prompt, for the last MLP only. */
    @Test
    void severalEdgesCutTogetherAreASumExchangedByHand() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN, Recordings.withResults());
        Run corrupted = model.run(CORRUPTED, Recordings.withResults());
        Circuit circuit = Circuit.whole(model)
                .without("a0.h0", "m2")
                .without("a0.h1", "m2")
                .without("input", "logits");
        Tensor change = corrupted
                .get(Hook.result(0))
                .sub(clean.get(Hook.result(0)))
                .narrow(2, 0, 2)
                .sum(2);
        Tensor end = corrupted.get(Hook.residPre(0)).sub(clean.get(Hook.residPre(0)));
        double byHand = METRIC.of(model.run(
                        CLEAN, Hook.mlpIn(2).add(change), Hook.residPost(2).add(end)))
                .mean()
                .item();
        assertThat(runs(model).metric(circuit)).isCloseTo(byHand, within(1e-4));
    }

    @Test
    void edgesAtPositionsAreCutThereOnly() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN, Recordings.withResults());
        Run corrupted = model.run(CORRUPTED, Recordings.withResults());
        Tensor whole = Circuit.whole(model).mask();
        Tensor fewer = Circuit.whole(model).without("m0", "a2.h1<v>").mask();
        Tensor live = Tensor.stack(0, List.of(whole, whole, fewer, whole, fewer, whole));
        Tensor change = corrupted.get(Hook.mlpOut(0)).sub(clean.get(Hook.mlpOut(0)));
        Tensor at = Tensor.of(new float[] {0, 0, 1, 0, 1, 0}, 1, 6, 1);
        double byHand = METRIC.of(model.run(
                        CLEAN, Hook.vInput(2).head(1).add(change.mul(at).unsqueeze(2))))
                .mean()
                .item();
        CircuitRuns runs = runs(model);
        assertThat(runs.metrics(live.unsqueeze(0)).mean().item()).isCloseTo((float) byHand, within(1e-4f));
        assertThat(runs.metrics(live.narrow(0, 0, 1)
                                .expand(6, whole.size(0), whole.size(1))
                                .unsqueeze(0))
                        .mean()
                        .item())
                .isCloseTo((float) runs.whole(), within(1e-4f));
        assertThatThrownBy(() -> runs.metrics(live.narrow(0, 0, 5).unsqueeze(0)))
                .hasMessageContaining("[run, 6 positions, reader, writer]");
    }

    @Test
    void whatHasNoEdgesOrWasChangedIsRefused() {
        Transformer bert = model("bert");
        Transformer gpt2 = model("gpt2");
        assertThatThrownBy(() -> runs(bert)).hasMessageContaining("normalises its stream");
        assertThatThrownBy(() -> EdgePatching.of(bert.run(CLEAN), bert.run(CORRUPTED), METRIC))
                .hasMessageContaining("there are no edges");
        assertThatThrownBy(() -> EdgeSweep.of(bert, CLEAN, CORRUPTED, METRIC)).hasMessageContaining("connection");
        Run changed = gpt2.run(CLEAN, Hook.z(0).head(0).ablate());
        assertThatThrownBy(() -> CircuitRuns.of(changed, gpt2.run(CORRUPTED), METRIC))
                .hasMessageContaining("without them");
        assertThatThrownBy(() -> CircuitRuns.of(gpt2.run(CLEAN), changed, METRIC))
                .hasMessageContaining("without them");
        CircuitRuns same = CircuitRuns.of(gpt2.run(CLEAN), gpt2.run(CLEAN), METRIC);
        assertThatThrownBy(() -> same.faithfulness(Circuit.none(gpt2))).hasMessageContaining("no difference");
        assertThatThrownBy(() -> runs(gpt2).metric(Circuit.whole(model("phi")))).hasMessageContaining("other parts");
        assertThatThrownBy(() -> runs(gpt2).metrics(List.of())).hasMessageContaining("at least one circuit");
    }

    // ---------------------------------------------------------------- sets

    @Test
    void topTakesTheLargestAndGreedyOnlyWhatHangsTogether() {
        Transformer model = HandWired.miniatureIoi().model();
        EdgeScores exact = EdgePatching.of(
                        model,
                        STORY.formatted("John"),
                        STORY.formatted("Mary"),
                        Metric.logitDiff(model, "Mary", "John"))
                .noising()
                .scores();
        Circuit top = Circuit.top(exact, 3);
        assertThat(top.edges())
                .containsExactlyInAnyOrderElementsOf(exact.edges().subList(0, 3).stream()
                        .map(e -> new Circuit.Edge(e.writer(), e.reader()))
                        .toList());
        Circuit greedy = Circuit.greedy(exact, 4);
        assertThat(greedy.edges()).allMatch(e -> greedy.edges().stream()
                .anyMatch(next ->
                        e.reader().equals("logits") || Nodes.part(e.reader()).equals(next.writer())));
        assertThat(Circuit.random(model, 7, 1))
                .isEqualTo(Circuit.random(model, 7, 1))
                .hasToString(Circuit.random(model, 7, 1).toString());
        assertThat(Circuit.random(model, 7, 1).size()).isEqualTo(7);
        assertThat(Circuit.random(model, 7, 2)).isNotEqualTo(Circuit.random(model, 7, 1));
        assertThatThrownBy(() -> Circuit.top(exact, 10_000)).hasMessageContaining("no circuit has 10000");
    }

    @Test
    void whatLeadsNowhereIsPruned() {
        Transformer model = model("gpt2");
        Circuit way = Circuit.none(model)
                .with("input", "a0.h1<v>")
                .with("a0.h1", "m1")
                .with("m1", "logits");
        Circuit more = way.with("input", "a1.h0<q>").with("m0", "logits").with("a0.h0", "m1");
        assertThat(more.pruned()).isEqualTo(way);
        assertThat(more.parts()).containsExactly("a0.h1", "m1");
        assertThat(runs(model).metric(more)).isCloseTo(runs(model).metric(way), within(1e-5));
        assertThat(way.without("a0.h1", "m1").pruned().size()).isZero();
        assertThat(more.plot().text()).contains("a0.h1", "m1");
    }

    @Test
    void keyHeadsThatAreSharedAreHeardWhereOneOfTheirHeadsIs() {
        Transformer model = model("llama-gqa-llama3"); // four heads, two of keys and values
        Circuit way = Circuit.none(model).with("input", "a0.kv1<v>").with("a0.h3", "logits");
        assertThat(way.pruned()).isEqualTo(way);
        assertThat(Circuit.none(model)
                        .with("input", "a0.kv0<v>")
                        .with("a0.h3", "logits")
                        .pruned()
                        .size())
                .isZero();
    }

    @Test
    void overlapIsTheShareOfBoth() {
        Transformer model = model("gpt2");
        Circuit a = Circuit.none(model).with("input", "m0").with("m0", "logits").with("m0", "m1");
        Circuit b = Circuit.none(model).with("input", "m0").with("m1", "logits");
        assertThat(a.overlap(b)).isEqualTo(1 / 4.0);
        assertThat(a.covers(b)).isEqualTo(1 / 2.0);
        assertThat(b.covers(a)).isEqualTo(1 / 3.0);
        assertThat(a.has("m0", "m1")).isTrue();
        assertThat(a.mask().sum().item()).isEqualTo(3);
        assertThatThrownBy(() -> a.overlap(Circuit.none(model("phi")))).hasMessageContaining("different parts");
        assertThatThrownBy(() -> a.with("m1", "m0")).hasMessageContaining("comes after");
        assertThatThrownBy(() -> a.covers(Circuit.none(model))).hasMessageContaining("empty circuit");
    }

    // ---------------------------------------------------------------- searches

    /** Who gives is the other one: the duplicate-token head marks both alike, so nothing of it can matter. */
    @Test
    void acdcFindsThePlantedCircuit() {
        Transformer model = HandWired.miniatureIoi().model();
        Run clean = model.run(STORY.formatted("John"));
        Run swapped = model.run(STORY.formatted("Mary"));
        Circuit found = Acdc.of(clean, swapped).circuit(0.01);
        Circuit planted = Circuit.none(model).with("input", "a1.h2<v>");
        for (String mover : List.of("a2.h0", "a2.h2", "a2.h3")) {
            planted = planted.with("a1.h2", mover + "<q>").with(mover, "logits");
        }
        assertThat(found).isEqualTo(planted);
        Metric metric = Metric.logitDiff(model, "Mary", "John");
        assertThat(CircuitRuns.of(clean, swapped, metric).faithfulness(found)).isCloseTo(1, within(1e-3));
        Run strangers = model.run("When Paul and Rose went to the store , Tom gave a drink to");
        assertThat(Acdc.of(clean, strangers).circuit(0.01).parts())
                .containsExactly("a0.h1", "a1.h2", "a2.h0", "a2.h2", "a2.h3");
    }

    /** All-or-nothing attention has no gradient where it is settled: one gradient misses what many on the way find. */
    @Test
    void integratedScoresFindTheEdgesThatASingleGradientMisses() {
        Transformer model = HandWired.miniatureIoi().model();
        Run clean = model.run(STORY.formatted("John"));
        Run swapped = model.run(STORY.formatted("Mary"));
        Metric metric = Metric.logitDiff(model, "Mary", "John");
        double exact =
                EdgePatching.of(clean, swapped, metric).noising().scores().score("a1.h2", "a2.h0<q>");
        EdgeAttribution attribution = EdgeAttribution.of(clean, swapped, metric).noising();
        assertThat(exact).isCloseTo(-12, within(1e-3)); // the mover says the other name: from 6 to −6
        assertThat(attribution.scores().score("a1.h2", "a2.h0<q>")).isCloseTo(0, within(1e-2));
        assertThat(attribution.integrated(100, PathRule.MIDPOINT).scores().score("a1.h2", "a2.h0<q>"))
                .isCloseTo(exact, within(0.1));
    }

    /** Connection by connection, as the algorithm is written down. */
    @Test
    void acdcTriesManyAtOnceButDecidesOneByOne() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        double threshold = 0.002;
        CircuitRuns damage =
                CircuitRuns.of(clean, corrupted, Metric.kl(clean.logits().select(1, -1)));
        Nodes nodes = Nodes.of(model.config());
        Circuit circuit = Circuit.whole(model);
        double now = damage.metric(circuit);
        for (int r = nodes.readers().size() - 1; r >= 0; r--) {
            for (int w = nodes.beforeReader().get(r) - 1; w >= 0; w--) {
                Circuit smaller =
                        circuit.without(nodes.writers().get(w), nodes.readers().get(r));
                double then = damage.metric(smaller);
                if (then - now < threshold) {
                    circuit = smaller;
                    now = then;
                }
            }
        }
        Circuit fast = Acdc.of(clean, corrupted).circuit(threshold);
        assertThat(fast.size()).isBetween(2, Circuit.whole(model).size() - 2);
        assertThat(fast.overlap(circuit)).isGreaterThan(0.97); // rounding may decide at the very threshold
        assertThatThrownBy(() -> Acdc.of(clean, corrupted).circuit(0)).hasMessageContaining("above 0");
    }

    // ---------------------------------------------------------------- positions

    @Test
    void scoresAtPositionsAreWhatAChangeThereDoesAndAddUp() {
        Transformer model = model("gpt2");
        Tokens one = Tokens.ofIds(CLEAN.row(0));
        Tokens other = Tokens.ofIds(CORRUPTED.row(0));
        Run clean = model.run(one);
        Run corrupted = model.run(other);
        EdgePositions scores =
                EdgeAttribution.of(clean, corrupted, METRIC).noising().positions();
        Tensor change = corrupted.get(Hook.mlpOut(0)).sub(clean.get(Hook.mlpOut(0)));
        Tensor at = Tensor.of(new float[] {0, 0, 0, 0, 1, 0}, 1, 6, 1);
        double step = 0.02;
        for (HookPoint point : List.of(HookPoint.Q_INPUT, HookPoint.K_INPUT, HookPoint.V_INPUT)) {
            double[] ends = new double[2];
            for (int i = 0; i < 2; i++) {
                Tensor moved = change.mul(at).mul(i == 0 ? step : -step).unsqueeze(2);
                ends[i] = METRIC.of(model.run(one, new Hook(point, 2).head(0).add(moved)))
                        .item();
            }
            String reader =
                    "a2.h0<" + point.name().toLowerCase(java.util.Locale.ROOT).charAt(0) + ">";
            assertThat(scores.score("m0", reader, 4)).isCloseTo((ends[0] - ends[1]) / (2 * step), within(2e-3));
        }
        assertThat(scores.edges().size()).isEqualTo(6 * Circuit.whole(model).size());
        assertThat(scores.top(5).sum().item()).isEqualTo(5);
        assertThat(scores.table(3).rowCount()).isEqualTo(3);
        assertThatThrownBy(() -> scores.score("m0", "logits", 6)).hasMessageContaining("6 positions");
    }
}
