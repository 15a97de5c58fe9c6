package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.model.ModelException;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

class ProbeFamilyTest {
    private static final ProbeFamily LINEAR = ProbeFamily.linear(Recipe.of(1, 200, 128, 2e-2));
    private static final ProbeFamily MLP = ProbeFamily.mlp(16, Recipe.of(1, 300, 128, 1e-2));

    /** Points in a square; the label says whether the signs of the coordinates agree, which no line can tell. */
    private static LabelledWords exclusiveOr(int count, long seed) {
        Tensor points = Tensor.randn(seed, count, 2);
        float[][] at = points.toMatrix();
        return new LabelledWords(
                points.mul(1000).add(5),
                Collections.nCopies(count, "word"),
                IntStream.range(0, count)
                        .mapToObj(i -> at[i][0] * at[i][1] > 0 ? "same" : "other")
                        .toList());
    }

    @Test
    void aHiddenLayerReadsWhatNoLineTells() {
        LabelledWords train = exclusiveOr(800, 1);
        LabelledWords test = exclusiveOr(400, 2);
        assertThat(MLP.train(train).accuracy(test)).isGreaterThan(0.93);
        assertThat(LINEAR.train(train).accuracy(test)).isLessThan(0.65);
    }

    @Test
    void whatAFamilyCannotReadIsNoInformationToIt() {
        LabelledWords train = exclusiveOr(800, 1);
        LabelledWords test = exclusiveOr(400, 2);
        assertThat(VInformation.of(LINEAR, train, test).nats()).isCloseTo(0, within(0.05));
        assertThat(VInformation.of(MLP, train, test).nats()).isGreaterThan(0.45);
    }

    /** Labels are right with probability 0.9 given one bit: I = ln 2 − H(0.9). */
    @Test
    void ofOneNoisyBitVInformationIsShannons() {
        VInformation found = VInformation.of(LINEAR, noisyBit(4000, 0.9, 1), noisyBit(4000, 0.9, 2));
        double noise = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1);
        assertThat(found.without()).isCloseTo(Math.log(2), within(0.01));
        assertThat(found.with()).isCloseTo(noise, within(0.03));
        assertThat(found.bits()).isCloseTo((Math.log(2) - noise) / Math.log(2), within(0.05));
    }

    private static LabelledWords noisyBit(int count, double right, long seed) {
        Random random = Seeds.random(seed);
        double[][] vectors = new double[count][1];
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            boolean up = random.nextBoolean();
            vectors[i][0] = up ? 1 : -1;
            labels[i] = up == random.nextDouble() < right ? "yes" : "no";
        }
        return new LabelledWords(Tensor.of(vectors), Collections.nCopies(count, "word"), List.of(labels));
    }

    @Test
    void surprisalsAreTheNegativeLogsOfTheProbabilities() {
        LabelledWords words = exclusiveOr(30, 1);
        Probe probe = MLP.train(words, List.of("other", "same", "never"));
        float[][] shares = probe.logits(words.vectors()).softmax(1).toMatrix();
        double[] surprisals = probe.surprisals(words);
        for (int i = 0; i < words.size(); i++) {
            int label = probe.labels().indexOf(words.labels().get(i));
            assertThat(Math.exp(-surprisals[i])).isCloseTo(shares[i][label], within(1e-5));
        }
        assertThatThrownBy(() -> probe.surprisals(words.with(Collections.nCopies(30, "strange"))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("does not know the label \"strange\"");
    }

    /** A vector for each of many words: a wide net learns any labels of them by heart, a narrow line fewer. */
    @Test
    void aProbeThatCanLearnByHeartIsLessSelective() {
        LabelledWords train = lexicon(1500, 1);
        LabelledWords test = lexicon(500, 2);
        ControlTask.Scores line = ControlTask.selectivity(LINEAR, train, test, 3);
        ControlTask.Scores net =
                ControlTask.selectivity(ProbeFamily.mlp(128, Recipe.of(1, 600, 256, 1e-2)), train, test, 3);
        assertThat(line.accuracy()).isGreaterThan(0.95);
        assertThat(net.accuracy()).isGreaterThan(0.95);
        assertThat(net.selectivity()).isLessThan(line.selectivity() - 0.1);
    }

    /** 120 words in 12 dimensions; the sign of the first tells the tag. */
    private static LabelledWords lexicon(int count, long seed) {
        float[][] vectors = Tensor.randn(99, 120, 12).toMatrix();
        int[] drawn = Seeds.random(seed).ints(count, 0, 120).toArray();
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = DistanceProbe.doubles(vectors[drawn[i]]);
            rows[i][0] = rows[i][0] > 0 ? 2 : -2;
        }
        return new LabelledWords(
                Tensor.of(rows),
                IntStream.of(drawn).mapToObj(i -> "word" + i).toList(),
                IntStream.of(drawn)
                        .mapToObj(i -> vectors[i][0] > 0 ? "noun" : "verb")
                        .toList());
    }

    /** A family that always says one half costs one bit a label, whatever the order and the portions. */
    @Test
    void anOnlineCodeOfAProbeThatKnowsNothingIsTheUniformCode() {
        LabelledWords words = noisyBit(64, 0.5, 4);
        ProbeFamily ignorant = (train, labels) -> LinearProbe.train(train, labels, Recipe.of(1, 1, 1, 1e-12));
        OnlineCode code = OnlineCode.of(ignorant, words, new int[] {4, 16, 64}, 1);
        assertThat(code.bits()).isCloseTo(64, within(1e-3));
        assertThat(code.compression()).isCloseTo(1, within(1e-4));
        assertThat(code.portions()).extracting(OnlineCode.Portion::known).containsExactly(0, 4, 16);
        assertThat(code.portions()).extracting(OnlineCode.Portion::sent).containsExactly(4, 12, 48);
    }

    @Test
    void labelsThatMustBeLearnedByHeartTakeMoreBits() {
        LabelledWords words = lexicon(600, 1);
        LabelledWords control = ControlTask.of(words.labels(), 3).of(words);
        ProbeFamily quick = ProbeFamily.mlp(16, Recipe.of(1, 60, 64, 2e-2));
        OnlineCode real = OnlineCode.of(quick, words, 1);
        OnlineCode byHeart = OnlineCode.of(quick, control, 1);
        assertThat(real.words()).isEqualTo(600);
        assertThat(real.portions().stream().mapToInt(OnlineCode.Portion::sent).sum())
                .isEqualTo(600);
        assertThat(real.bits()).isLessThan(byHeart.bits() / 2);
    }

    /** Each portion is coded by a probe that never saw it: the sum of surprises under probes trained here. */
    @Test
    void aPortionCostsTheSurpriseOfTheProbeTrainedOnThoseBefore() {
        LabelledWords words = noisyBit(40, 0.8, 5);
        OnlineCode code = OnlineCode.of(LINEAR, words, new int[] {10, 40}, 7);
        OnlineCode again = OnlineCode.of(
                (train, labels) -> {
                    assertThat(train.size()).isEqualTo(10);
                    return LINEAR.train(train, labels);
                },
                words,
                new int[] {10, 40},
                7);
        assertThat(again.bits()).isEqualTo(code.bits());
        assertThat(code.portions().get(0).bits()).isEqualTo(10);
    }

    @Test
    void whatCannotBeProbedIsSaid() {
        LabelledWords words = noisyBit(10, 0.9, 1);
        assertThatThrownBy(() -> LINEAR.train(words, List.of("yes")))
                .hasMessageContaining("there is nothing to tell apart");
        assertThatThrownBy(() -> MLP.train(words, List.of("yes", "maybe")))
                .hasMessageContaining("labels [no], which are not among [yes, maybe]");
        assertThatThrownBy(() -> OnlineCode.of(LINEAR, words, new int[] {5, 5, 10}, 1))
                .hasMessageContaining("rise from at least 1 to the number of words, 10");
        assertThatThrownBy(() -> OnlineCode.of(LINEAR, words, new int[] {5, 9}, 1))
                .isInstanceOf(ModelException.class);
    }
}
