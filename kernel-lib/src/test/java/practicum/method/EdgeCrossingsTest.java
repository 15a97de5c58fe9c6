package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.load.Models;
import practicum.model.Metric;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Edges between positions, against attention that is changed by hand for one position that looks. */
class EdgeCrossingsTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Tokens CLEAN = Tokens.ofIds(new long[] {5, 17, 3, 42, 61, 8});
    private static final Tokens CORRUPTED = Tokens.ofIds(new long[] {5, 17, 9, 42, 60, 8});
    private static final Metric METRIC = Metric.logitDiff(5, 7);
    private static final int LAYER = 2;
    private static final int KEY = 2;
    private static final double STEP = 0.05;

    private static Transformer model(String name) {
        return Models.load(GOLDENS.resolve(name));
    }

    /** Every position that looks, for the MLP below; heads of queries that share keys and values all look through them. */
    @ParameterizedTest
    @CsvSource({"gpt2, h", "llama-gqa-llama3, kv", "gemma2, kv", "qwen3, kv"})
    void aScoreIsWhatAttentionChangedAtOnePositionDoes(String name, String keyHead) {
        Transformer model = model(name);
        Run base = model.run(CORRUPTED, Recording.of(Hook.mlpOut(1), Hook.pattern(LAYER), Hook.v(LAYER)));
        Tensor change = model.run(CLEAN, Recording.of(Hook.mlpOut(1)))
                .get(Hook.mlpOut(1))
                .sub(base.get(Hook.mlpOut(1)));
        EdgeCrossings scores = EdgeAttribution.of(model.run(CLEAN), model.run(CORRUPTED), METRIC)
                .crossings();
        double largest = scores.tensor().abs().max().item();
        for (int query = KEY; query < CLEAN.length(); query++) {
            assertThat(scores.score("m1", "a2." + keyHead + "1<v>", KEY, query))
                    .as("values at %s", query)
                    .isCloseTo(throughValues(model, base, change, 1, query), within(0.01 * largest));
            assertThat(scores.score("m1", "a2." + keyHead + "1<k>", KEY, query))
                    .as("keys at %s", query)
                    .isCloseTo(throughKeys(model, change, 1, query), within(0.01 * largest));
        }
    }

    /** What each query takes of the changed value is added to what its head makes, at this position only. */
    private static double throughValues(Transformer model, Run base, Tensor change, int group, int query) {
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
            Tensor values = changed(model, HookPoint.V_INPUT, Hook.v(LAYER), change, group, side);
            Tensor moved = values.sub(base.get(Hook.v(LAYER))).select(1, KEY).select(1, group); // [batch, d_head]
            float[] taken = new float[CLEAN.length() * model.config().nHeads()];
            for (int head : heads(model, group)) {
                taken[query * model.config().nHeads() + head] =
                        (float) base.get(Hook.pattern(LAYER)).item(0, head, query, KEY);
            }
            Tensor added = Tensor.of(taken, 1, CLEAN.length(), model.config().nHeads(), 1)
                    .mul(moved.reshape(1, 1, 1, -1));
            ends[side] =
                    METRIC.of(model.run(CORRUPTED, Hook.z(LAYER).add(added))).item();
        }
        return (ends[0] - ends[1]) / (2 * STEP);
    }

    /** The scores of the changed key are put in, in this query's row only. */
    private static double throughKeys(Transformer model, Tensor change, int group, int query) {
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
            Tensor moved = changed(model, HookPoint.K_INPUT, Hook.attnScores(LAYER), change, group, side);
            float[] here = new float[model.config().nHeads() * CLEAN.length() * CLEAN.length()];
            for (int head : heads(model, group)) {
                here[(head * CLEAN.length() + query) * CLEAN.length() + KEY] = 1;
            }
            Tensor mask = Tensor.of(here, 1, model.config().nHeads(), CLEAN.length(), CLEAN.length());
            ends[side] = METRIC.of(model.run(
                            CORRUPTED,
                            new Intervention(
                                    Hook.attnScores(LAYER).site(),
                                    "key",
                                    s -> Tensor.where(mask.greater(mask.mul(0)), moved, s))))
                    .item();
        }
        return (ends[0] - ends[1]) / (2 * STEP);
    }

    private static Tensor changed(Transformer model, HookPoint input, Hook read, Tensor change, int group, int side) {
        float[] at = new float[CLEAN.length()];
        at[KEY] = (float) (side == 0 ? STEP : -STEP);
        Tensor moved = change.mul(Tensor.of(at, 1, CLEAN.length(), 1)).unsqueeze(2);
        return model.run(
                        CORRUPTED,
                        Recording.of(read),
                        new Hook(input, LAYER).head(group).add(moved))
                .get(read);
    }

    private static int[] heads(Transformer model, int group) {
        int shared = model.config().nHeads() / model.config().nKvHeads();
        return IntStream.range(group * shared, (group + 1) * shared).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void overThePositionsThatLookTheyAddUpToTheScoresAtPositions(int steps) {
        Transformer model = model("gpt2");
        Tokens clean = Tokens.ofIds(CLEAN.row(0), CORRUPTED.row(0));
        Tokens corrupted = Tokens.ofIds(CORRUPTED.row(0), new long[] {5, 1, 9, 2, 60, 8});
        EdgeAttribution attribution = EdgeAttribution.of(model.run(clean), model.run(corrupted), METRIC);
        EdgeAttribution chosen = steps == 0 ? attribution : attribution.integrated(steps, PathRule.RIGHT);
        EdgePositions positions = chosen.positions();
        EdgeCrossings crossings = chosen.crossings();
        Tensor sums = crossings.tensor().sum(2); // [writer, reader, key_pos]
        for (int r = 0; r < crossings.readers().size(); r++) {
            int all = positions.nodes().reader(crossings.readers().get(r));
            assertThat(sums.select(1, r).toFloatArray())
                    .containsExactly(positions.tensor().select(1, all).toFloatArray(), within(2e-4f));
        }
        assertThat(crossings.edges()).noneMatch(edge -> edge.key() > edge.query());
        EdgeCrossings.Edge best = crossings.edges().get(0);
        assertThat(crossings.score(best.writer(), best.reader(), best.key(), best.query() - 6))
                .isEqualTo(best.score());
        assertThat(crossings.table(4).rowCount()).isEqualTo(4);
        assertThat(crossings.plot().text()).startsWith("Between which positions");
    }

    @Test
    void spansAddPositionsUpAndMakePromptsOfOtherLengthsComparable() {
        Transformer model = model("gpt2");
        EdgeAttribution attribution = EdgeAttribution.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
        Spans spans = Spans.of("start", "name", "name", "rest", "rest", "end");
        EdgeCrossings whole = attribution.crossings();
        EdgeCrossings grouped = whole.inSpans(spans);
        double sum = 0;
        for (int key : new int[] {1, 2}) {
            for (int query : new int[] {3, 4}) {
                sum += whole.score("m0", "a1.h0<v>", key, query);
            }
        }
        assertThat(grouped.score("m0", "a1.h0<v>", 1, 2)).isCloseTo(sum, within(1e-5));
        EdgePositions positions = attribution.positions();
        assertThat(positions.inSpans(spans).score("m0", "a1.h0<q>", 2))
                .isCloseTo(positions.score("m0", "a1.h0<q>", 3) + positions.score("m0", "a1.h0<q>", 4), within(1e-5));

        EdgeAttribution shorter = EdgeAttribution.of(
                model.run(Tokens.ofIds(new long[] {5, 3, 42, 8})),
                model.run(Tokens.ofIds(new long[] {5, 9, 42, 8})),
                METRIC);
        Spans short4 = Spans.of("start", "name", "rest", "end");
        EdgeCrossings other = shorter.crossings().inSpans(short4);
        assertThat(EdgeCrossings.mean(List.of(grouped, other)).score("m1", "a2.h1<k>", 1, 3))
                .isCloseTo(
                        (grouped.score("m1", "a2.h1<k>", 1, 3) + other.score("m1", "a2.h1<k>", 1, 3)) / 2,
                        within(1e-6));
        EdgePositions mean = EdgePositions.mean(
                List.of(positions.inSpans(spans), shorter.positions().inSpans(short4)));
        assertThat(mean.tensor().shape()).endsWith(4);
        assertThatThrownBy(() -> EdgeCrossings.mean(List.of(whole, other)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Bring them to the same spans first");
        assertThatThrownBy(() -> whole.inSpans(short4)).hasMessageContaining("has 6 positions, and 4 are named");
        assertThatThrownBy(() -> EdgeCrossings.mean(List.of())).hasMessageContaining("no mean of nothing");
    }

    @Test
    void saysWhatCrossesAndWhatDoesNot() {
        Transformer model = model("gpt2");
        EdgeAttribution attribution = EdgeAttribution.of(model.run(CLEAN), model.run(CORRUPTED), METRIC);
        EdgeCrossings scores = attribution.crossings();
        assertThatThrownBy(() -> scores.score("m0", "a1.h0<q>", 1, 2)).hasMessageContaining("keys and values cross");
        assertThatThrownBy(() -> scores.score("m0", "a1.h0<k>", 1, 6)).hasMessageContaining("6 positions");
        assertThatThrownBy(() -> scores.score("m1", "a1.h0<k>", 1, 2)).hasMessageContaining("comes after");
        assertThatThrownBy(() -> attribution.integratedActivations().crossings())
                .hasMessageContaining("not along activations");
    }
}
