package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.method.EdgeExample.Span;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

class EdgeProbeTest {
    private static final Recipe RECIPE = Recipe.of(1, 250, 64, 1e-2);
    private static final int LAYERS = 4;
    private static final int WIDTH = 6;

    /** Sentences of noise in which one layer holds, at one word, the sign that is asked for. */
    private static List<EdgeExample> planted(int count, int layer, long seed) {
        List<EdgeExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] noise = Tensor.randn(seed * 10_000 + i, LAYERS, 5, WIDTH).toFloatArray();
            boolean up = i % 2 == 0;
            noise[(layer * 5 + 2) * WIDTH] = up ? 3 : -3;
            LayeredSentence sentence = sentence(Tensor.of(noise, LAYERS, 5, WIDTH));
            examples.add(EdgeExample.ofWord(sentence, 2, up ? "up" : "down"));
        }
        return examples;
    }

    private static LayeredSentence sentence(Tensor layers) {
        return new LayeredSentence(
                new DependencyTree(
                        List.of("a", "b", "c", "d", "e"), List.of(-1, 0, 1, 2, 3), Collections.nCopies(5, "dep")),
                layers);
    }

    @Test
    void theLikeliestLabelHasTheHighestScore() {
        List<EdgeExample> examples = planted(60, 1, 3);
        EdgeProbe probe = EdgeProbe.train(examples, 8, Recipe.of(1, 20, 16, 1e-2));
        float[][] logits = probe.logits(examples).toMatrix();
        List<String> predicted = probe.predict(examples);
        assertThat(probe.labels()).containsExactly("down", "up");
        for (int i = 0; i < logits.length; i++) {
            assertThat(predicted.get(i)).isEqualTo(logits[i][0] > logits[i][1] ? "down" : "up");
        }
    }

    @Test
    void theMixGoesToTheLayerThatHoldsTheLabel() {
        EdgeProbe probe = EdgeProbe.train(planted(400, 2, 1), 8, RECIPE);
        assertThat(probe.accuracy(planted(200, 2, 2))).isGreaterThan(0.95);
        double[] mix = probe.mix();
        assertThat(Arrays.stream(mix).sum()).isCloseTo(1, within(1e-5));
        assertThat(mix[2]).isGreaterThan(0.4).isEqualTo(Arrays.stream(mix).max().orElseThrow());
        double centre = IntStream.range(0, LAYERS).mapToDouble(l -> l * mix[l]).sum();
        assertThat(probe.centreOfGravity()).isCloseTo(centre, within(1e-9)).isBetween(1.5, 2.5);
    }

    @Test
    void theScoreRisesWithTheLayerThatHoldsTheLabel() {
        CumulativeScores scores = CumulativeScores.of(planted(400, 2, 1), planted(200, 2, 2), 8, RECIPE);
        assertThat(scores.scores().subList(0, 2))
                .allSatisfy(score -> assertThat(score).isLessThan(0.65));
        assertThat(scores.scores().subList(2, 4))
                .allSatisfy(score -> assertThat(score).isGreaterThan(0.95));
        assertThat(scores.expectedLayer()).isCloseTo(2, within(0.25));
    }

    /** 0 · 0 + 1 · 0.2 + 2 · 0.1 + 3 · 0.1, over 0.4. */
    @Test
    void theExpectedLayerWeighsLayersByWhatTheyAdd() {
        CumulativeScores scores = new CumulativeScores(List.of(0.5, 0.7, 0.8, 0.9));
        assertThat(scores.gains()).containsExactly(new double[] {0.2, 0.1, 0.1}, within(1e-9));
        assertThat(scores.expectedLayer()).isCloseTo((0.2 + 2 * 0.1 + 3 * 0.1) / 0.4, within(1e-9));
        assertThatThrownBy(() -> new CumulativeScores(List.of(0.9, 0.9)).expectedLayer())
                .hasMessageContaining("no gain whose layer could be expected");
        assertThatThrownBy(() -> new CumulativeScores(List.of(0.9))).isInstanceOf(ModelException.class);
    }

    /** The label is whether two words have the same sign: neither alone tells, and no line tells it of both. */
    @Test
    void ofTwoSpansTheProbeTellsWhatNeitherTellsAlone() {
        List<EdgeExample> train = pairs(800, 1);
        List<EdgeExample> test = pairs(200, 2);
        Recipe longer = RECIPE.withSteps(400);
        assertThat(EdgeProbe.train(train, 16, longer).accuracy(test)).isGreaterThan(0.9);
        assertThat(EdgeProbe.train(firstSpans(train), 16, RECIPE).accuracy(firstSpans(test)))
                .isLessThan(0.65);
    }

    private static List<EdgeExample> pairs(int count, long seed) {
        List<EdgeExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = Tensor.randn(seed * 10_000 + i, 1, 5, WIDTH).toFloatArray();
            values[WIDTH] = i % 2 == 0 ? 2 : -2;
            values[3 * WIDTH] = i % 4 < 2 ? 2 : -2;
            String label = values[WIDTH] == values[3 * WIDTH] ? "same" : "other";
            examples.add(EdgeExample.ofPair(sentence(Tensor.of(values, 1, 5, WIDTH)), 1, 3, label));
        }
        return examples;
    }

    private static List<EdgeExample> firstSpans(List<EdgeExample> pairs) {
        return pairs.stream()
                .map(pair -> new EdgeExample(pair.sentence(), pair.spans().subList(0, 1), pair.label()))
                .toList();
    }

    /** Spans of one and of four words in one batch: what stands outside a span changes nothing. */
    @Test
    void aSpansPaddingAndTheWordsAroundItAreNotRead() {
        EdgeProbe probe = EdgeProbe.train(planted(100, 2, 1), 8, RECIPE);
        float[] values = Tensor.randn(7, LAYERS, 5, WIDTH).toFloatArray();
        float[] changed = values.clone();
        for (int l = 0; l < LAYERS; l++) {
            Arrays.fill(changed, (l * 5 + 4) * WIDTH, (l * 5 + 5) * WIDTH, 50f);
        }
        LayeredSentence before = sentence(Tensor.of(values, LAYERS, 5, WIDTH));
        LayeredSentence after = sentence(Tensor.of(changed, LAYERS, 5, WIDTH));
        for (Span span : List.of(Span.word(1), new Span(0, 4), new Span(2, 4))) {
            List<EdgeExample> alone = List.of(new EdgeExample(before, List.of(span), "up"));
            List<EdgeExample> among = List.of(
                    new EdgeExample(after, List.of(new Span(0, 5)), "up"), new EdgeExample(after, List.of(span), "up"));
            assertThat(probe.predict(among).get(1))
                    .isEqualTo(probe.predict(alone).get(0));
        }
    }

    /** Two sentences of different lengths, which pass in one batch, against each alone. */
    @Test
    void aSentenceIsReadAtEveryHookAsIfItPassedAlone() {
        Transformer model = Models.load("grammar");
        List<Hook> hooks = List.of(Hook.fullEmbed(), Hook.normalizedResidPost(2));
        DependencyTree tree = new DependencyTree(
                List.of("the", "keys", "are", "rusty", "."), List.of(1, 2, -1, 2, 2), Collections.nCopies(5, "dep"));
        DependencyTree longer = new DependencyTree(
                List.of("the", "keys", "near", "the", "cabin", "are", "rusty", "."),
                List.of(1, 5, 1, 4, 2, -1, 5, 5),
                Collections.nCopies(8, "dep"));
        List<LayeredSentence> read = LayeredSentence.read(model, hooks, List.of(tree, longer));
        for (LayeredSentence sentence : read) {
            Run run = model.run(String.join(" ", sentence.tree().words()));
            int words = sentence.tree().size();
            for (int l = 0; l < 2; l++) {
                Tensor alone = run.get(hooks.get(l)).get(0);
                int first = run.tokens().labels().indexOf("the");
                Tensor difference = alone.narrow(0, first, first + words)
                        .sub(sentence.layers().get(l));
                assertThat(difference.abs().max().item()).isLessThan(1e-4f);
                assertThat(sentence.at(l).vectors().toFloatArray())
                        .containsExactly(sentence.layers().get(l).toFloatArray());
            }
            assertThat(sentence.layers().shape()).containsExactly(2, words, 64);
        }
    }

    @Test
    void whatCannotBeProbedIsSaid() {
        LayeredSentence sentence = sentence(Tensor.zeros(LAYERS, 5, WIDTH));
        assertThatThrownBy(() -> EdgeExample.ofWord(sentence, 5, "up"))
                .hasMessageContaining("of its sentence's 5 words; got [Span[from=5, to=6]]");
        assertThatThrownBy(() -> new EdgeExample(sentence, List.of(), "up")).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> EdgeProbe.train(List.of(), 8, RECIPE)).hasMessageContaining("the list is empty");
        EdgeExample word = EdgeExample.ofWord(sentence, 1, "up");
        assertThatThrownBy(() -> EdgeProbe.train(List.of(word, word), 8, RECIPE))
                .hasMessageContaining("there is nothing to tell apart");
        assertThatThrownBy(() -> EdgeProbe.train(List.of(word, EdgeExample.ofPair(sentence, 1, 2, "down")), 8, RECIPE))
                .hasMessageContaining("1 spans in");
        assertThatThrownBy(() -> new LayeredSentence(sentence.tree(), Tensor.zeros(LAYERS, 4, WIDTH)))
                .hasMessageContaining("[layer, word, d]");
    }
}
