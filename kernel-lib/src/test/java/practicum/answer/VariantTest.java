package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantTest {
    /** By {@code printf '03_x/ada' | sha256sum}: 8 bytes, modulo 8. */
    @Test
    void aStudentsVariantFollowsFromTheIdByAPublishedRule() {
        assertThat(Variant.of("03_x", "ada", 8)).isEqualTo(new Variant("03_x", 2));
        assertThat(Variant.of("03_x", " Ada\u00a0", 8)).isEqualTo(new Variant("03_x", 2));
        assertThat(Variant.of("03_x", "jos\u00e9", 64)).isEqualTo(Variant.of("03_x", "JOSE\u0301", 64));
    }

    @Test
    void aClassSpreadsOverAllVariantsAndEachPracticumDealsAnew() {
        Set<Integer> used = IntStream.range(0, 200)
                .mapToObj(i -> Variant.of("03_x", "student" + i, 8).index())
                .collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(IntStream.range(0, 200)
                        .filter(i -> Variant.of("03_x", "student" + i, 8).index()
                                == Variant.of("04_y", "student" + i, 8).index())
                        .count())
                .isBetween(5L, 60L);
    }

    @Test
    void seedsDifferAndAreNotNegative() {
        Set<Long> seeds = IntStream.range(0, 64)
                .mapToObj(i -> new Variant("03_x", i).seed())
                .collect(Collectors.toSet());
        assertThat(seeds).hasSize(64).allMatch(seed -> seed >= 0);
        assertThatThrownBy(() -> new Variant("03_x", -1)).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> Variant.of("03_x", "ada", 0)).isInstanceOf(AnswerException.class);
    }
}
