package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final float[] LOGITS = {0, (float) Math.log(2), (float) Math.log(5), -30};

    private static double[] frequencies(Sampling sampling) {
        Random random = sampling.random();
        double[] count = new double[LOGITS.length];
        for (int i = 0; i < 20_000; i++) {
            count[sampling.choose(LOGITS, random)] += 1 / 20_000.0;
        }
        return count;
    }

    @Test
    void drawsFollowTheModelsDistribution() {
        assertThat(frequencies(Sampling.seeded(1)))
                .containsExactly(new double[] {1 / 8.0, 2 / 8.0, 5 / 8.0, 0}, within(0.015));
    }

    @Test
    void temperatureTopKAndTopPNarrowIt() {
        assertThat(frequencies(Sampling.greedy())[2]).isCloseTo(1, within(1e-9));
        assertThat(frequencies(Sampling.seeded(1).withTopK(2)))
                .containsExactly(new double[] {0, 2 / 7.0, 5 / 7.0, 0}, within(0.015));
        assertThat(frequencies(Sampling.seeded(1).withTopP(0.6)))
                .containsExactly(new double[] {0, 0, 1, 0}, within(1e-9));
        assertThat(frequencies(Sampling.seeded(1).withTemperature(0.5)))
                .containsExactly(new double[] {1 / 30.0, 4 / 30.0, 25 / 30.0, 0}, within(0.015));
    }

    @Test
    void aSeedGivesTheSameDraws() {
        assertThat(frequencies(Sampling.seeded(5))).containsExactly(frequencies(Sampling.seeded(5)));
    }

    /** The plain way: sort the whole vocabulary, then walk down it. */
    private static int chosenBySorting(Sampling s, float[] logits, Random random) {
        List<Integer> order = IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -logits[i]))
                .limit(s.temperature() == 0 ? 1 : s.topK() == 0 ? logits.length : s.topK())
                .toList();
        double[] mass = order.stream()
                .mapToDouble(i -> Math.exp((logits[i] - logits[order.get(0)]) / Math.max(s.temperature(), 1e-9)))
                .toArray();
        double total = DoubleStream.of(mass).sum();
        int n = 0;
        double sum = 0;
        while (n < mass.length && sum < s.topP() * total) {
            sum += mass[n++];
        }
        double draw = s.temperature() == 0 ? 0 : random.nextDouble() * sum;
        int i = 0;
        while (i < n - 1 && (draw -= mass[i]) >= 0) {
            i++;
        }
        return order.get(i);
    }

    @Test
    void choosingWithoutSortingAllGivesWhatSortingGives() {
        Random numbers = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            float[] logits = new float[1 + numbers.nextInt(200)];
            for (int i = 0; i < logits.length; i++) { // coarse, so that many are equal
                logits[i] = (float) Math.round(3 * numbers.nextGaussian()) * (numbers.nextBoolean() ? 1 : -1);
            }
            for (Sampling s : List.of(
                    Sampling.greedy(),
                    Sampling.seeded(trial),
                    Sampling.seeded(trial).withTopK(1 + numbers.nextInt(40)),
                    Sampling.seeded(trial).withTopP(0.3).withTemperature(0.7))) {
                assertThat(s.choose(logits, s.random()))
                        .as("%s of %d tokens", s, logits.length)
                        .isEqualTo(chosenBySorting(s, logits, s.random()));
            }
        }
    }

    @Test
    void whatIsNoNumberIsTheLeastLikely() {
        assertThat(Sampling.greedy().choose(new float[] {Float.NaN, -9, 2, Float.NaN, 2}, new Random(0)))
                .isEqualTo(2);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> Sampling.seeded(1).withTopP(0)).hasMessageContaining("top-p");
        assertThatThrownBy(() -> Sampling.seeded(1).withTemperature(-1)).hasMessageContaining("temperature");
    }
}
