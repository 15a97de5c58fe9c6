package practicum.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void neighbouringSeedsBeginUnlikeEachOther() {
        // Random's first doubles for seeds 0 … 999 all lie in a narrow band; these fill [0, 1) evenly.
        assertThat(Arrays.stream(first(seed -> new Random(seed)))).allMatch(each -> each > 0.65 && each < 0.8);
        double[] ours = first(Seeds::random);
        for (int tenth = 0; tenth < 10; tenth++) {
            double low = tenth / 10.0;
            long inside = IntStream.range(0, 1000)
                    .filter(i -> ours[i] >= low && ours[i] < low + 0.1)
                    .count();
            assertThat(inside).isBetween(60L, 140L); // four standard deviations of 9.5 around 100
        }
    }

    private static double[] first(LongFunction<Random> generator) {
        return IntStream.range(0, 1000)
                .mapToDouble(seed -> generator.apply(seed).nextDouble())
                .toArray();
    }

    @Test
    void aTextsShareDependsOnTextAndSeedAndIsEvenlySpread() {
        assertThat(Seeds.share(7, "( )")).isEqualTo(Seeds.share(7, "( )")).isNotEqualTo(Seeds.share(8, "( )"));
        double[] shares = IntStream.range(0, 10_000)
                .mapToDouble(i -> Seeds.share(3, "text " + i))
                .toArray();
        assertThat(Arrays.stream(shares)).allMatch(share -> share >= 0 && share < 1);
        double below =
                IntStream.range(0, shares.length).filter(i -> shares[i] < 0.2).count() / 10_000.0;
        assertThat(below).isCloseTo(0.2, within(0.016)); // four standard deviations
    }
}
