package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.model.ModelException;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

class HeldOutBlocksTest {
    private static final int THINGS = 120;
    private static final int COUNTRIES = 6;
    private final List<String> countries =
            IntStream.range(0, THINGS).mapToObj(i -> "country" + i % COUNTRIES).toList();

    /** Countries side by side, and places anywhere in them. */
    private Tensor map() {
        var random = Seeds.random(1);
        double[][] at = new double[THINGS][];
        for (int i = 0; i < THINGS; i++) {
            at[i] = new double[] {i % COUNTRIES % 3 + random.nextDouble(), i % COUNTRIES / 3 + random.nextDouble()};
        }
        return Tensor.of(at);
    }

    private Tensor hidden(Tensor numbers) {
        return numbers.matMul(Tensor.randn(2, numbers.size(1), 20))
                .add(Tensor.randn(3, THINGS, 20).mul(0.02));
    }

    @Test
    void whereTheMapItselfIsHeldNewCountriesAreReadToo() {
        HeldOutBlocks read = HeldOutBlocks.of(hidden(map()), map(), countries, 1e-3);
        assertThat(read.r2()).isGreaterThan(0.98);
        assertThat(read.proximityError()).isLessThan(0.02);
    }

    /** A probe of all places looks good, for it knows each country's middle; of a new country it knows nothing. */
    @Test
    void whoOnlyKnowsCountriesReadsNoNewOne() {
        Tensor states = hidden(Tensor.eye(COUNTRIES)
                .take(0, IntStream.range(0, THINGS).map(i -> i % COUNTRIES).toArray()));
        assertThat(RidgeProbe.fit(states, map(), 1e-3).r2(states, map())).isGreaterThan(0.75);
        HeldOutBlocks read = HeldOutBlocks.of(states, map(), countries, 1e-3);
        assertThat(read.r2()).isLessThan(0.2);
        assertThat(read.proximityError()).isGreaterThan(0.25);
    }

    /** By hand: without a penalty, a probe of one dimension is the line through the other block's points. */
    @Test
    void aBlockIsReadByTheProbeOfTheOthers() {
        Tensor line = Tensor.of(new double[][] {{0}, {1}, {2}, {3}, {10}, {11}});
        Tensor bent = Tensor.of(new double[][] {{0}, {2}, {4}, {6}, {0}, {5}});
        HeldOutBlocks read = HeldOutBlocks.of(line, bent, List.of("a", "a", "a", "a", "b", "b"), 0);
        assertThat(read.predicted().item(4, 0)).isCloseTo(20f, within(1e-3f));
        assertThat(read.predicted().item(3, 0)).isCloseTo(-35f, within(1e-2f)); // 0 at 10, 5 at 11
    }

    /** Two places that change roles: each is nearer to the other's truth; a third is where it should be. */
    @Test
    void theProximityErrorCountsWhoComesOutNearer() {
        Tensor truth = Tensor.of(new double[][] {{0}, {1}, {9}});
        Tensor read = Tensor.of(new double[][] {{1}, {0}, {9}});
        HeldOutBlocks swapped = new HeldOutBlocks(List.of("a", "b", "c"), truth, read);
        assertThat(swapped.proximityError()).isCloseTo((0.5 + 0.5 + 0) / 3, within(1e-9));
        double mean = 10 / 3.0;
        double spread = mean * mean + (1 - mean) * (1 - mean) + (9 - mean) * (9 - mean);
        assertThat(swapped.r2()).isCloseTo(1 - 2 / spread, within(1e-5));
    }

    @Test
    void whatHasNoBlocksIsSaid() {
        Tensor states = hidden(map());
        assertThatThrownBy(() -> HeldOutBlocks.of(states, map(), Collections.nCopies(THINGS, "one"), 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("of which 1 differ");
        assertThatThrownBy(() -> HeldOutBlocks.of(states, map(), List.of("a", "b"), 1))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> new HeldOutBlocks(List.of("a", "b"), Tensor.ones(2, 1), Tensor.ones(2, 1)).r2())
                .hasMessageContaining("not defined");
    }
}
