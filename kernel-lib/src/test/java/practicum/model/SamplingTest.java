package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> Sampling.seeded(1).withTopP(0)).hasMessageContaining("top-p");
        assertThatThrownBy(() -> Sampling.seeded(1).withTemperature(-1)).hasMessageContaining("temperature");
    }
}
