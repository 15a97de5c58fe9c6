package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonParser;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rotary positions against numbers that transformers' own tests expect (tests/utils/test_modeling_rope_utils.py: heads of
 * 128, base 10,000, 2,048 positions, factor 10), and against what they mean.
 */
class RopeTest {
    private static final double FOUR_DIGITS = 0.01; // percent; the numbers are printed with five digits

    private static Rope rope(String parameters) {
        Config config = new Config(JsonParser.parseString("{'rope_theta': 10000, " + parameters + "}")
                .getAsJsonObject());
        return RopeScaling.rope(config, 128, 2048);
    }

    @ParameterizedTest
    @CsvSource({"0, 1.0000e+00", "1, 8.0931e-01", "24, 6.2339e-03", "48, 3.8861e-05", "63, 1.6265e-06"})
    void dynamicScalingOfLongRowsIsAsPublished(int pair, double frequency) {
        Rope rope = rope("'rope_type': 'dynamic', 'factor': 10");
        assertThat(rope.frequencies(16384)[pair]).isCloseTo(frequency, withinPercentage(FOUR_DIGITS));
    }

    @ParameterizedTest
    @CsvSource({"16, 1.0000e-01", "17, 8.3479e-02", "24, 2.2515e-02", "40, 4.3007e-04", "63, 1.1548e-05"})
    void yarnIsAsPublished(int pair, double frequency) {
        Rope rope = rope("'rope_type': 'yarn', 'factor': 10");
        assertThat(rope.frequencies(12)[pair]).isCloseTo(frequency, withinPercentage(FOUR_DIGITS));
        assertThat(rope.magnitude()).isCloseTo(0.1 * Math.log(10) + 1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"30, 1.3335e-02", "31, 1.0730e-02", "32, 7.7785e-03", "40, 3.4539e-04", "63, 1.1548e-05"})
    void llama3IsAsPublished(int pair, double frequency) {
        Rope rope = rope("'rope_type': 'llama3', 'factor': 10, 'low_freq_factor': 1, 'high_freq_factor': 4,"
                + " 'original_max_position_embeddings': 2048");
        assertThat(rope.frequencies(12)[pair]).isCloseTo(frequency, withinPercentage(FOUR_DIGITS));
    }

    @Test
    void dynamicScalingChangesNothingInShortRows() {
        assertThat(rope("'rope_type': 'dynamic', 'factor': 10").frequencies(2048))
                .containsExactly(rope("'rope_type': 'default'").frequencies(2048), within(1e-15));
    }

    @Test
    void linearScalingIsSlowerPositions() {
        double[] head = new Random(1).doubles(128).toArray();
        assertThat(rope("'rope_type': 'linear', 'factor': 4").turn(head, 12, 20))
                .containsExactly(rope("'rope_type': 'default'").turn(head, 3, 20), within(1e-12));
    }

    @Test
    void neighbouringPairsAreDistantPairsInAnotherOrder() {
        double[] head = new Random(2).doubles(10).toArray();
        double[] apart = {head[0], head[2], head[4], head[1], head[3], head[5], head[6], head[7], head[8], head[9]};
        double[] frequencies = Rope.frequencies(10000, 6);
        double[] neighbours = new Rope(length -> frequencies, 1, true).turn(head, 7, 8);
        double[] halves = new Rope(length -> frequencies, 1, false).turn(apart, 7, 8);
        for (int pair = 0; pair < 3; pair++) {
            assertThat(neighbours[2 * pair]).isEqualTo(halves[pair]);
            assertThat(neighbours[2 * pair + 1]).isEqualTo(halves[pair + 3]);
        }
        assertThat(neighbours).endsWith(head[6], head[7], head[8], head[9]);
    }

    @Test
    void scoresDependOnTheDistanceOnly() {
        double[] query = new Random(3).doubles(128).toArray();
        double[] key = new Random(4).doubles(128).toArray();
        Rope rope = rope("'rope_type': 'default'");
        double near = Vectors.dot(rope.turn(query, 5, 40), rope.turn(key, 2, 40));
        double far = Vectors.dot(rope.turn(query, 33, 40), rope.turn(key, 30, 40));
        assertThat(far).isCloseTo(near, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.520499877813046538", "-1, -0.842700792949714869", "3, 0.999977909503001415", "9, 1"})
    void theErrorFunctionIsTheTables(double x, double erf) { // Abramowitz and Stegun, table 7.1
        assertThat(Activation.erf(x)).isCloseTo(erf, within(1e-15));
    }
}
