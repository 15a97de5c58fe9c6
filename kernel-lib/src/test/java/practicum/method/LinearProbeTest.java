package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

class LinearProbeTest {
    private static final Recipe RECIPE = Recipe.of(1, 400, 256, 2e-2);

    /** Two Gaussians of equal covariance: the best line is known (Fisher 1936). */
    private static LabelledWords gaussians(int count, long seed) {
        float[] noise = Tensor.randn(seed, count, 2).toFloatArray();
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++) {
            double side = i % 2 == 0 ? 1 : -1;
            vectors[i] = new double[] {1000 * (side + noise[2 * i]), 0.001 * (side + 2 * noise[2 * i + 1])};
        }
        List<String> labels = IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? "plus" : "minus")
                .toList();
        return new LabelledWords(Tensor.of(vectors), Collections.nCopies(count, "word"), labels);
    }

    /** The logit's slope along each number is 2 μ / σ², whatever the number's unit. */
    @Test
    void theWeightsOfTwoGaussiansAreFishers() {
        LinearProbe probe = LinearProbe.train(gaussians(4000, 3), RECIPE);
        assertThat(probe.labels()).containsExactly("minus", "plus");
        double[] difference =
                probe.weight().select(1, 1).sub(probe.weight().select(1, 0)).toDoubleArray();
        assertThat(difference[0] * 1000).isCloseTo(2, within(0.2));
        assertThat(difference[1] * 0.001).isCloseTo(0.5, within(0.1));
        double best = 0.8682; // Φ(√(1 + 1/4))
        assertThat(probe.accuracy(gaussians(4000, 4))).isCloseTo(best, within(0.02));
    }

    @Test
    void thePredictedLabelHasTheHighestScore() {
        LabelledWords words = gaussians(50, 3);
        LinearProbe probe = LinearProbe.train(words, RECIPE);
        float[][] logits = probe.logits(words.vectors()).toMatrix();
        List<String> predicted = probe.predict(words.vectors());
        for (int i = 0; i < words.size(); i++) {
            assertThat(predicted.get(i)).isEqualTo(logits[i][0] > logits[i][1] ? "minus" : "plus");
        }
    }

    @Test
    void aControlTaskGivesEachWordOneLabelAsOftenAsItReallyOccurs() {
        List<String> labels = IntStream.range(0, 100)
                .mapToObj(i -> i < 60 ? "noun" : i < 90 ? "verb" : "adverb")
                .toList();
        ControlTask task = ControlTask.of(labels, 7);
        List<String> drawn =
                IntStream.range(0, 4000).mapToObj(i -> task.label("word" + i)).toList();
        assertThat(Collections.frequency(drawn, "noun") / 4000.0).isCloseTo(0.6, within(0.03));
        assertThat(Collections.frequency(drawn, "verb") / 4000.0).isCloseTo(0.3, within(0.03));
        assertThat(task.label("word7")).isEqualTo(ControlTask.of(labels, 7).label("word7"));
        assertThat(IntStream.range(0, 50)
                        .filter(seed ->
                                !ControlTask.of(labels, seed).label("word7").equals(task.label("word7"))))
                .isNotEmpty();
    }

    /** 30 words of three tags; what is known of each is the tag, or which word it is. */
    private static LabelledWords words(boolean byWord, long seed) {
        Random random = Seeds.random(seed);
        int[] drawn = random.ints(600, 0, 30).toArray();
        double[][] vectors = new double[drawn.length][byWord ? 30 : 3];
        for (int i = 0; i < drawn.length; i++) {
            vectors[i][byWord ? drawn[i] : drawn[i] % 3] = 1;
        }
        return new LabelledWords(
                Tensor.of(vectors),
                IntStream.of(drawn).mapToObj(i -> "word" + i).toList(),
                IntStream.of(drawn).mapToObj(i -> "tag" + i % 3).toList());
    }

    @Test
    void aProbeThatKnowsWordsByHeartIsNotSelective() {
        ControlTask.Scores scores = ControlTask.selectivity(words(true, 1), words(true, 2), RECIPE, 5);
        assertThat(scores.accuracy()).isEqualTo(1);
        assertThat(scores.control()).isEqualTo(1);
        assertThat(scores.selectivity()).isZero();
    }

    @Test
    void aProbeOfWhatTheLabelIsAboutIsSelective() {
        ControlTask.Scores scores = ControlTask.selectivity(words(false, 1), words(false, 2), RECIPE, 5);
        assertThat(scores.accuracy()).isEqualTo(1);
        assertThat(scores.selectivity()).isGreaterThan(0.3);
    }

    @Test
    void whatCannotBeProbedIsSaid() {
        LabelledWords same = words(true, 1).with(Collections.nCopies(600, "tag"));
        assertThatThrownBy(() -> LinearProbe.train(same, RECIPE)).hasMessageContaining("nothing to tell apart");
        assertThatThrownBy(() -> same.with(List.of("tag"))).hasMessageContaining("600 words, 1 labels");
    }
}
