package practicum.wired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.hook.Site;
import practicum.method.DirectLogitAttribution;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class EntropyNeuronWiringTest {
    private static final Wired WIRED = HandWired.entropyNeuron();
    private static final Transformer MODEL = WIRED.model();
    private static final Site NEURON = WIRED.part("entropy neuron").site();
    private static final List<String> NOUNS = List.of("snow", "grass", "night", "sea", "sun", "stone");

    private static double[] logits(Run run) {
        return run.logits().get(0, -1).toDoubleArray();
    }

    /** In nats, of the softmax of logits times a factor. */
    private static double entropy(double[] logits, double factor) {
        double[] weights = Arrays.stream(logits).map(x -> Math.exp(factor * x)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> -w / sum * Math.log(w / sum)).sum();
    }

    private static List<Integer> topThree(double[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -logits[i]))
                .limit(3)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 10})
    void anActivationDividesAllLogitsByTheLengthThatItAdds(double activation) {
        double factor = Math.sqrt(1.01 / (1.01 + activation * activation));
        for (String noun : NOUNS) {
            String text = "maybe " + noun;
            double[] silent = logits(MODEL.run(text, NEURON.ablate()));
            Run speaking = MODEL.run(text, NEURON.set(Tensor.scalar(activation)));
            double[] scaled = Arrays.stream(silent).map(x -> factor * x).toArray();
            assertThat(logits(speaking)).containsExactly(scaled, within(1e-4));
            assertThat(entropy(logits(speaking), 1)).isCloseTo(entropy(silent, factor), within(1e-4));
            assertThat(topThree(logits(speaking))).isEqualTo(topThree(silent));
        }
    }

    @Test
    void maybeMakesTheModelLessSureOfTheSameAnswers() {
        for (String noun : NOUNS) {
            double[] sure = logits(MODEL.run("surely " + noun));
            Run hedged = MODEL.run("maybe " + noun);
            assertThat(topThree(logits(hedged))).isEqualTo(topThree(sure));
            assertThat(entropy(sure, 1)).isLessThan(2);
            assertThat(entropy(logits(hedged), 1)).isGreaterThan(entropy(sure, 1) + 1);
            double activation = hedged.get(Hook.mlpPost(0)).item(0, -1, 3);
            assertThat(activation).isCloseTo(2 / Math.sqrt(1.01), within(1e-4));
        }
        assertThat(logits(MODEL.run("surely snow"))[(int) MODEL.tokenizer().id("white")])
                .isCloseTo(6, within(1e-4));
    }

    /** Gurnee et al.'s mark of the kind: much weight, none of it where the unembedding reads. */
    @Test
    void theNeuronWritesMuchAndNothingThatTheUnembeddingReads() {
        Tensor writes = MODEL.W_out(0); // [d_mlp, d_model]
        double[] written = writes.norm(1).toDoubleArray();
        double[] direct = writes.matMul(MODEL.W_U()).norm(1).toDoubleArray();
        assertThat(written).containsExactly(0, 4, 0, 1);
        assertThat(direct).containsExactly(0, 4, 0, 0);
        Run run = MODEL.run("maybe snow");
        assertThat(DirectLogitAttribution.logit(run, "white").neurons(0).get("L0N3"))
                .isZero();
    }

    @Test
    void withoutTheNeuronMaybeChangesNothingButTheTraceOfDoubtItself() {
        double[] sure = logits(MODEL.run("surely snow"));
        double[] hedged = logits(MODEL.run("maybe snow", NEURON.ablate()));
        double[] expected = Arrays.stream(sure).map(x -> x / Math.sqrt(1.01)).toArray();
        assertThat(hedged).containsExactly(expected, within(1e-4));
        double[] withoutHead =
                logits(MODEL.run("maybe snow", WIRED.part("hedge head").site().ablate()));
        assertThat(withoutHead).containsExactly(sure, within(1e-4));
    }

    @Test
    void theHedgeHeadLooksAtMaybeWhereverItStands() {
        Tensor pattern = MODEL.run("surely snow maybe snow night").get(Hook.pattern(0));
        assertThat(pattern.item(0, 0, 5, 3)).isGreaterThan(0.99f);
        assertThat(pattern.item(0, 0, 2, 0)).isGreaterThan(0.99f);
    }

    /** The contrast: a neuron that says a word changes which word is on top. */
    @Test
    void theWordNeuronChangesTheRanking() {
        Site word = WIRED.part("word neuron").site();
        assertThat(MODEL.run("surely fire").top(1).row(0).getString("token")).isEqualTo("red");
        assertThat(MODEL.run("surely fire", word.ablate()).top(1).row(0).getString("token"))
                .isEqualTo("hot");
        double[] logits = logits(MODEL.run("surely fire"));
        assertThat(logits[(int) MODEL.tokenizer().id("red")]).isCloseTo((4 + 4) / Math.sqrt(17), within(1e-4));
    }

    @Test
    void takingAnIdlePartAwayChangesNothing() {
        Run whole = MODEL.run("maybe snow sea");
        assertThat(WIRED.idle()).hasSize(3);
        for (Wired.Part idle : WIRED.idle()) {
            Run without = MODEL.run("maybe snow sea", idle.site().ablate());
            assertThat(logits(without)).as(idle.toString()).isEqualTo(logits(whole));
        }
    }
}
