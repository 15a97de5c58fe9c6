package practicum.world.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;

class DirectionMatchTest {
    @Test
    void assignmentsAreAsGoodAsTheBestOfAllPermutations() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            int rows = 1 + random.nextInt(5);
            int columns = rows + random.nextInt(3);
            double[][] gain = new double[rows][columns];
            for (double[] row : gain) {
                for (int j = 0; j < columns; j++) {
                    row[j] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 2 - 1; // ties and negatives
                }
            }
            int[] best = Assignment.best(gain);
            assertThat(IntStream.of(best).distinct().count()).isEqualTo(rows);
            double sum =
                    IntStream.range(0, rows).mapToDouble(i -> gain[i][best[i]]).sum();
            assertThat(sum).isCloseTo(bruteForce(gain, 0, 0), within(1e-9));
        }
    }

    private static double bruteForce(double[][] gain, int row, int taken) {
        if (row == gain.length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < gain[0].length; j++) {
            if ((taken & 1 << j) == 0) {
                best = Math.max(best, gain[row][j] + bruteForce(gain, row + 1, taken | 1 << j));
            }
        }
        return best;
    }

    @Test
    void shuffledScaledDirectionsAreAllFoundAgain() {
        Tensor truth = PlantedDictionary.random(20, 8, 3).directions();
        int[] order = IntStream.range(0, 20).map(i -> (7 * i + 3) % 20).toArray();
        DirectionMatch match = DirectionMatch.of(truth, truth.take(0, order).mul(2.5));
        for (int j = 0; j < 20; j++) {
            assertThat(match.partner(order[j])).isEqualTo(j);
            assertThat(match.cosine(order[j])).isCloseTo(1, within(1e-5));
        }
        assertThat(match.meanCosine()).isCloseTo(1, within(1e-5));
        assertThat(match.recovered(0.99)).isEqualTo(1);
        assertThat(match.table().intColumn("partner").get(order[5])).isEqualTo(5);
    }

    @Test
    void aDirectionFoundTwiceCountsOnceInTheMatchingButTwiceAsNearest() {
        Tensor truth = Tensor.eye(2);
        Tensor found = Tensor.of(new double[][] {{1, 0.1}, {1, -0.1}});
        DirectionMatch match = DirectionMatch.of(truth, found);
        double cosine = 1 / Math.sqrt(1.01);
        assertThat(match.partner(0)).isEqualTo(1);
        assertThat(match.partner(1)).isZero();
        assertThat(match.cosine(0)).isCloseTo(cosine, within(1e-6));
        assertThat(match.cosine(1)).isCloseTo(0.1 * cosine, within(1e-6));
        assertThat(match.recovered(0.9)).isEqualTo(0.5);
        assertThat(match.nearest(1)).isZero();
        assertThat(match.meanMaxCosine()).isCloseTo(match.meanCosine(), within(1e-6));
    }

    @Test
    void tooFewFoundLeaveTrueDirectionsAloneAndOppositesDoNotMatch() {
        DirectionMatch match = DirectionMatch.of(Tensor.eye(3), Tensor.of(new double[][] {{0, 0, 2}}));
        assertThat(match.partner(2)).isZero();
        assertThat(match.partner(0)).isEqualTo(-1);
        assertThat(match.cosine(0)).isZero();
        assertThat(match.meanCosine()).isCloseTo(1 / 3.0, within(1e-6));
        DirectionMatch opposite = DirectionMatch.of(Tensor.eye(1), Tensor.eye(1).neg());
        assertThat(opposite.cosine(0)).isEqualTo(-1);
    }

    @Test
    void moreFoundThanTrueKeepTheBest() {
        Tensor truth = PlantedDictionary.random(6, 4, 1).directions();
        Tensor found = Tensor.concat(0, List.of(Tensor.randn(5, 30, 4), truth));
        DirectionMatch match = DirectionMatch.of(truth, found);
        for (int i = 0; i < 6; i++) {
            assertThat(match.partner(i)).isEqualTo(30 + i);
        }
    }

    @Test
    void directionsThatPointNowhereAreRefused() {
        assertThatThrownBy(() -> DirectionMatch.of(Tensor.eye(2), Tensor.zeros(2, 2)))
                .hasMessageContaining("What was found's direction 0 has length 0");
        assertThatThrownBy(() -> DirectionMatch.of(Tensor.eye(2), Tensor.eye(3)))
                .hasMessageContaining("rows of one length");
        assertThatThrownBy(() -> DirectionMatch.of(Tensor.eye(2), Tensor.of(new double[][] {{Double.NaN, 1}, {1, 0}})))
                .hasMessageContaining("points nowhere");
    }
}
