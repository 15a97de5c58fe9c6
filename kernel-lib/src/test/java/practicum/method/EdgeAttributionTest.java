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
import practicum.hook.Intervention;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class EdgeAttributionTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[] {5, 17, 3, 42, 61, 8});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[] {5, 17, 9, 42, 60, 8});
    private static final Metric METRIC = Metric.logitDiff(5, 7);
    private static final Recording EVERYTHING = new Recording("everything", h -> true);

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    /** What a part writes [batch, pos, d_model]. */
    private static Tensor written(Run run, String writer) {
        if (writer.equals("input")) {
            return run.get(Hook.residPre(0));
        }
        int layer = writer.charAt(1) - '0';
        if (writer.startsWith("m")) {
            return run.get(Hook.mlpOut(layer));
        }
        int dot = writer.indexOf(".h");
        return dot < 0
                ? run.get(Hook.attnOut(layer))
                : run.get(Hook.result(layer)).select(2, writer.charAt(dot + 2) - '0');
    }

    /** Something added to what a part reads. */
    private static Intervention added(Transformer model, String reader, Tensor change) {
        if (reader.equals("logits")) {
            return Hook.residPost(model.config().nLayers() - 1).add(change);
        }
        int layer = reader.charAt(1) - '0';
        if (reader.startsWith("m")) {
            return Hook.mlpIn(layer).add(change);
        }
        HookPoint point = reader.endsWith("<q>")
                ? HookPoint.Q_INPUT
                : reader.endsWith("<k>") ? HookPoint.K_INPUT : HookPoint.V_INPUT;
        int head = reader.charAt(reader.indexOf('<') - 1) - '0';
        return new Hook(point, layer).head(head).add(change.unsqueeze(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "neox-parallel", "phi", "gemma2", "qwen3"})
    void theLargestAndSomeOtherEdgesAreWhatAChangeAlongThemDoes(String name) {
        Transformer model = model(name);
        Run clean = model.run(CLEAN, EVERYTHING);
        Run corrupted = model.run(CORRUPTED, EVERYTHING);
        EdgeScores scores = EdgeAttribution.of(clean, corrupted, METRIC).scores();
        var edges = scores.edges();
        double largest = Math.abs(edges.get(0).score());
        for (int i = 0; i < edges.size(); i += i < 12 ? 1 : 23) {
            EdgeScores.Edge edge = edges.get(i);
            Tensor change = written(clean, edge.writer()).sub(written(corrupted, edge.writer()));
            double step = 0.02;
            double forth = METRIC.of(model.run(CORRUPTED, added(model, edge.reader(), change.mul(step))))
                    .item();
            double back = METRIC.of(model.run(CORRUPTED, added(model, edge.reader(), change.mul(-step))))
                    .item();
            assertThat(edge.score()).as("%s", edge).isCloseTo((forth - back) / (2 * step), within(4e-3 * largest));
        }
    }

    /** Against the gradients of the streams that single heads read, which the library can also make for each head. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "gemma2"})
    void gradientsWorkedOutFromQueriesKeysAndValuesAreThoseOfTheHeadsInputs(String name) {
        Transformer model = model(name);
        Run clean = model.run(CLEAN, EVERYTHING);
        Run corrupted = model.run(CORRUPTED, EVERYTHING);
        EdgeScores scores = EdgeAttribution.of(clean, corrupted, METRIC).scores();
        String keys = model.config().nKvHeads() == model.config().nHeads() ? "h" : "kv";
        for (HookPoint point : new HookPoint[] {HookPoint.Q_INPUT, HookPoint.K_INPUT, HookPoint.V_INPUT}) {
            Hook hook = new Hook(point, 2);
            Tensor gradient = model.gradients(CORRUPTED, METRIC, hook).get(hook);
            Tensor step = clean.get(Hook.mlpOut(1)).sub(corrupted.get(Hook.mlpOut(1)));
            for (int h = 0; h < gradient.size(2); h++) {
                String kind = point == HookPoint.Q_INPUT
                        ? "h" + h + "<q>"
                        : keys + h + (point == HookPoint.K_INPUT ? "<k>" : "<v>");
                double expected = gradient.select(2, h).mul(step).sum().item();
                assertThat(scores.score("m1", "a2." + kind))
                        .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void aLinkOfTheDrawnCircuitIsTheSumOfWhatQueriesKeysAndValuesRead() {
        Transformer model = model("gpt2");
        EdgeScores scores = EdgeAttribution.of(model.run(CLEAN, EVERYTHING), model.run(CORRUPTED, EVERYTHING), METRIC)
                .scores();
        String drawn = scores.circuit(30).text();
        assertThat(drawn).startsWith("The 30 strongest links");
        String[] words = drawn.lines()
                .filter(line -> line.matches("\\S+ → a\\d.*"))
                .findFirst()
                .orElseThrow()
                .split(" +");
        double sum = 0;
        for (String part : new String[] {"<q>", "<k>", "<v>"}) {
            sum += scores.score(words[0], words[2] + part);
        }
        assertThat(Double.parseDouble(words[3])).isCloseTo(sum, within(0.006 * Math.max(1, Math.abs(sum))));
    }

    /** The whole stream that the unembedding reads is the sum of what is written, and so are the scores. */
    @Test
    void theEdgesIntoTheEndAddUpToTheAttributionOfTheWholeStream() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        EdgeScores scores = EdgeAttribution.of(clean, corrupted, METRIC).scores();
        double sum = 0;
        for (String writer : scores.writers()) {
            sum += scores.score(writer, "logits");
        }
        double whole = AttributionPatching.of(clean, corrupted, METRIC)
                .at(Hook.residPost(2))
                .sum()
                .item();
        assertThat(sum).isCloseTo(whole, within(1e-4));
    }

    @Test
    void integratedScoresAverageThoseAlongTheWay() {
        Transformer model = model("gpt2");
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        EdgeScores integrated =
                EdgeAttribution.of(clean, corrupted, METRIC).integrated().scores();
        Tensor from = corrupted.get(Hook.residPre(0));
        Tensor step = clean.get(Hook.residPre(0)).sub(from);
        Tensor write = clean.get(Hook.mlpOut(0)).sub(corrupted.get(Hook.mlpOut(0)));
        double sum = 0;
        for (int k = 1; k <= 5; k++) {
            sum += model.differentiate(CORRUPTED)
                    .with(Hook.residPre(0).set(from.add(step.mul(k / 5.0))))
                    .gradients(METRIC, Hook.qInput(2))
                    .get(Hook.qInput(2))
                    .select(2, 1)
                    .mul(write)
                    .sum()
                    .item();
        }
        assertThat(integrated.score("m0", "a2.h1<q>")).isCloseTo(sum / 5, within(1e-4));
    }

    /** A part's gradient is the sum of those of all who read it, so on its own walk its scores add up to its whole effect. */
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3", "neox-parallel"})
    void scoresByActivationsAddUpToWhatPatchingThePartDoes(String name) {
        Transformer model = model(name);
        Run clean = model.run(CLEAN);
        Run corrupted = model.run(CORRUPTED);
        EdgeScores scores = EdgeAttribution.of(clean, corrupted, METRIC)
                .integratedActivations(64, PathRule.MIDPOINT)
                .scores();
        double base = METRIC.of(corrupted).item();
        for (int layer = 0; layer < 2; layer++) {
            double patched = METRIC.of(model.run(CORRUPTED, Hook.mlpOut(layer).freeze(clean)))
                            .item()
                    - base;
            assertThat(sum(scores, "m" + layer)).isCloseTo(patched, within(0.01 * Math.max(1, Math.abs(patched))));
            double heads =
                    METRIC.of(model.run(CORRUPTED, Hook.z(layer).freeze(clean))).item() - base;
            double together = 0;
            for (int h = 0; h < model.config().nHeads(); h++) {
                together += sum(scores, "a" + layer + ".h" + h);
            }
            assertThat(together).isCloseTo(heads, within(0.01 * Math.max(1, Math.abs(heads))));
        }
    }

    private static double sum(EdgeScores scores, String writer) {
        return scores.tensor().select(0, scores.writers().indexOf(writer)).sum().item();
    }

    @Test
    void aBatchIsTheMeanOfItsPrompts() {
        Transformer model = model("gpt2");
        Tokens other = Tokens.ofIds(new long[] {1, 2, 3, 4, 5, 6});
        Tensor first = EdgeAttribution.of(model.run(CLEAN), model.run(CORRUPTED), METRIC)
                .scores()
                .tensor();
        Tensor second = EdgeAttribution.of(model.run(CORRUPTED), model.run(other), METRIC)
                .scores()
                .tensor();
        Run clean = model.run(Tokens.ofIds(CLEAN.row(0), CORRUPTED.row(0)));
        Run corrupted = model.run(Tokens.ofIds(CORRUPTED.row(0), other.row(0)));
        Tensor both = EdgeAttribution.of(clean, corrupted, METRIC)
                .integrated(1, PathRule.RIGHT)
                .noising()
                .scores()
                .tensor();
        Tensor plain = EdgeAttribution.of(clean, corrupted, METRIC).scores().tensor();
        assertThat(plain.sub(first.add(second).div(2)).abs().max().item()).isLessThan(1e-4f);
        assertThat(both.add(plain).abs().max().item()).isLessThan(1e-3f); // one step at the end, the other way round
    }

    @Test
    void namesThatDoNotExistAndEdgesBackwardsAreErrors() {
        Transformer model = model("gpt2");
        EdgeScores scores = EdgeAttribution.of(model.run(CLEAN), model.run(CORRUPTED), METRIC)
                .scores();
        assertThatThrownBy(() -> scores.score("m9", "logits")).hasMessageContaining("No part called \"m9\"");
        assertThatThrownBy(() -> scores.score("m1", "a1.h0<q>")).hasMessageContaining("comes after");
        assertThat(scores.top(3).rowCount()).isEqualTo(3);
        assertThat(scores.plot().text()).contains("a0.h1");
        Transformer bert = model("bert");
        assertThatThrownBy(() -> EdgeAttribution.of(bert.run(CLEAN), bert.run(CORRUPTED), METRIC))
                .hasMessageContaining("normalises its stream");
    }
}
