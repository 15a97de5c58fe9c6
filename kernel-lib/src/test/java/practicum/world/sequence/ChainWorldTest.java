package practicum.world.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainWorldTest {
    private static final ChainWorld WORLD = ChainWorld.of(7);

    @Test
    void everySyllableHasEightSuccessorsWhoseSharesSumToOne() {
        for (float[] row : WORLD.transitions().toMatrix()) {
            assertThat(IntStream.range(0, row.length).filter(i -> row[i] > 0)).hasSize(8);
            assertThat(IntStream.range(0, row.length).mapToDouble(i -> row[i]).sum())
                    .isCloseTo(1, within(1e-6));
        }
        assertThat(WORLD.table().rowCount()).isEqualTo(64 * 8);
        assertThat(WORLD.table().doubleColumn("share").sum()).isCloseTo(64, within(1e-9));
    }

    @Test
    void passagesFollowTheChainAsOftenAsItSays() {
        float[][] chain = WORLD.transitions().toMatrix();
        List<String> syllables = WORLD.syllables();
        List<String> passage = WORLD.passage(200_000, new Random(1));
        int[][] counts = new int[64][64];
        double surprise = 0;
        for (int i = 0; i + 1 < passage.size(); i++) {
            int from = syllables.indexOf(passage.get(i));
            int to = syllables.indexOf(passage.get(i + 1));
            counts[from][to]++;
            surprise -= Math.log(chain[from][to]);
        }
        assertThat(surprise / (passage.size() - 1)).isCloseTo(WORLD.entropyRate(), within(0.01));
        for (int i = 0; i < 64; i++) {
            int visits = Arrays.stream(counts[i]).sum();
            for (int j = 0; j < 64; j++) {
                double deviation = Math.sqrt(chain[i][j] * (1 - chain[i][j]) / visits);
                assertThat((double) counts[i][j] / visits).isCloseTo(chain[i][j], within(5 * deviation + 1e-9));
            }
        }
    }

    @Test
    void aRepeatSaysTheSameTwiceAndItsControlDoesNot() {
        List<String> twice = List.of(WORLD.repeated(20, 3).split(" "));
        assertThat(twice.subList(0, 20)).isEqualTo(twice.subList(20, 40)).doesNotHaveDuplicates();
        List<String> control = List.of(WORLD.unrepeated(20, 3).split(" "));
        assertThat(control.subList(0, 20)).isEqualTo(twice.subList(0, 20)).isNotEqualTo(control.subList(20, 40));
    }

    @Test
    void sixOfTenPassagesAreSaidTwice() {
        Random random = new Random(5);
        var passages = WORLD.source();
        long twice = IntStream.range(0, 2000)
                .mapToObj(i -> passages.sentence(random))
                .filter(s -> s.size() % 2 == 0 && s.subList(0, s.size() / 2).equals(s.subList(s.size() / 2, s.size())))
                .count();
        assertThat(twice).isBetween(1090L, 1310L);
    }

    @Test
    void theSameSeedGivesTheSameTextAndAnotherGivesAnother() {
        assertThat(ChainWorld.of(7).stream(32).batch(4, 1))
                .isDeepEqualTo(WORLD.stream(32).batch(4, 1));
        assertThat(ChainWorld.of(8).transitions().toFloatArray())
                .isNotEqualTo(WORLD.transitions().toFloatArray());
        assertThat(new HashSet<>(WORLD.vocabulary().tokens())).containsAll(WORLD.syllables());
    }

    @Test
    void aPeriodLongerThanTheSyllablesSaysSo() {
        assertThatThrownBy(() -> WORLD.repeated(65, 1)).hasMessage("A period has 1 to 64 different syllables; got 65.");
    }
}
