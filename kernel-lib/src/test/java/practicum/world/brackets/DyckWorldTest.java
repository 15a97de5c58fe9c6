package practicum.world.brackets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DyckWorldTest {
    private final DyckWorld world = DyckWorld.of(1);

    /** Knows nothing of stacks: deletes neighbours that belong together until nothing changes. */
    private static boolean isBalanced(String brackets) {
        String before = "";
        String now = brackets;
        while (!now.equals(before)) {
            before = now;
            now = now.replace("()", "").replace("[]", "").replace("{}", "");
        }
        return now.isEmpty();
    }

    private static int depth(String brackets) {
        int depth = 0;
        for (int i = 0; i < brackets.length(); i++) {
            long opened = brackets.substring(0, i + 1)
                    .chars()
                    .filter(c -> "([{".indexOf(c) >= 0)
                    .count();
            depth = Math.max(depth, (int) (2 * opened - i - 1));
        }
        return depth;
    }

    /** Every sequence of so many tokens of two kinds. */
    private static List<List<String>> sequences(int length) {
        List<List<String>> all = List.of(List.of());
        for (int i = 0; i < length; i++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> each : all) {
                for (String token : List.of("(", ")", "[", "]")) {
                    List<String> next = new ArrayList<>(each);
                    next.add(token);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    @Test
    void membershipAndCountsAreThoseOfBruteForce() {
        for (int depth = 1; depth <= 3; depth++) {
            DyckLanguage language = new DyckLanguage(2, depth);
            for (int length = 0; length <= 6; length++) {
                int count = 0;
                for (List<String> string : sequences(length)) {
                    String joined = String.join("", string);
                    boolean member = isBalanced(joined) && depth(joined) <= depth;
                    assertThat(language.contains(string)).as(joined).isEqualTo(member);
                    count += member ? 1 : 0;
                }
                assertThat(language.count(length)).isEqualTo(BigInteger.valueOf(count));
            }
        }
    }

    @Test
    void withoutABoundThatMattersTheCountsAreCatalanNumbers() {
        DyckLanguage language = new DyckLanguage(3, 20);
        long catalan = 1;
        for (int half = 1; half <= 12; half++) {
            catalan = catalan * 2 * (2 * half - 1) / (half + 1);
            assertThat(language.count(2 * half))
                    .isEqualTo(BigInteger.valueOf(catalan)
                            .multiply(BigInteger.valueOf(3).pow(half)));
        }
    }

    @Test
    void theNextTokensAreThoseThatSomeStringGoesOnWith() {
        DyckLanguage language = new DyckLanguage(2, 2);
        Map<List<String>, Set<String>> next = new HashMap<>();
        for (int length = 0; length <= 6; length += 2) {
            for (List<String> string : sequences(length)) {
                String joined = String.join("", string);
                if (isBalanced(joined) && depth(joined) <= 2) {
                    for (int i = 0; i <= string.size(); i++) {
                        next.computeIfAbsent(string.subList(0, i), none -> new HashSet<>())
                                .add(i == string.size() ? DyckLanguage.END : string.get(i));
                    }
                }
            }
        }
        // Any prefix of three tokens can be completed within six, whatever follows.
        for (int length = 0; length <= 3; length++) {
            for (List<String> prefix : sequences(length)) {
                if (next.containsKey(prefix)) {
                    assertThat(language.next(prefix)).containsExactlyInAnyOrderElementsOf(next.get(prefix));
                } else {
                    assertThatThrownBy(() -> language.next(prefix)).hasMessageContaining("does not fit");
                }
            }
        }
    }

    @Test
    void allStringsOfALengthAreEquallyLikely() {
        DyckLanguage language = new DyckLanguage(2, 3);
        Walks walks = new Walks(6, 2, 3);
        int kinds = language.count(6, 2, 3).intValueExact();
        assertThat(kinds).isEqualTo(4 * 8);
        Random random = new Random(3);
        Map<List<String>, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 32_000; i++) {
            drawn.merge(language.draw(walks, random), 1, Integer::sum);
        }
        assertThat(drawn).hasSize(kinds);
        double chiSquare = drawn.values().stream()
                .mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000)
                .sum();
        assertThat(chiSquare).isLessThan(61.1); // 31 degrees of freedom, p = 0.001
    }

    @Test
    void everyStringIsInTheLanguageAndInItsPartByAnIndependentParser() {
        for (NestingPart part : NestingPart.values()) {
            Set<Integer> lengths = new HashSet<>();
            Set<Integer> depths = new HashSet<>();
            for (Nesting string : world.strings(part, 1500, 3)) {
                String joined = String.join("", string.tokens());
                assertThat(isBalanced(joined)).as(joined).isTrue();
                lengths.add(joined.length());
                depths.add(depth(joined));
            }
            boolean longer = part == NestingPart.LONGER;
            boolean deeper = part == NestingPart.DEEPER;
            assertThat(lengths).allMatch(n -> longer ? n > 24 && n <= 48 : n <= 24);
            assertThat(depths).allMatch(d -> deeper ? d > 4 && d <= 6 : d <= 4);
            assertThat(lengths).contains(longer ? 48 : 24);
            assertThat(depths).contains(deeper ? 6 : 4);
        }
    }

    @Test
    void noTestStringOccursInTraining() {
        DyckWorld small = DyckWorld.of(new DyckLanguage(2, 3), new NestingSplit(8, 2, 12, 3, 0.25, 5));
        Set<String> trained = texts(small.strings(NestingPart.TRAIN, 20_000, 1));
        Set<String> unseen = texts(small.strings(NestingPart.UNSEEN, 5_000, 2));
        assertThat(trained).doesNotContainAnyElementsOf(unseen);
        // 2 + 8 + 32 + 128 strings of depth 2 at most; both parts are drawn so often that they are complete.
        assertThat(small.seenAndUnseen()).isEqualTo(BigInteger.valueOf(170));
        assertThat(trained.size() + unseen.size()).isEqualTo(170);
        assertThat(unseen.size() / 170.0).isCloseTo(0.25, within(0.1));
    }

    private static Set<String> texts(List<Nesting> strings) {
        return strings.stream().map(Nesting::toString).collect(Collectors.toSet());
    }

    @Test
    void theSameSeedMakesTheSameStringsAndText() {
        assertThat(DyckWorld.of(1).strings(NestingPart.DEEPER, 50, 3))
                .isEqualTo(world.strings(NestingPart.DEEPER, 50, 3));
        assertThat(DyckWorld.of(1).strings(NestingPart.DEEPER, 50, 4))
                .isNotEqualTo(world.strings(NestingPart.DEEPER, 50, 3));
        assertThat(DyckWorld.of(1).stream(40).batch(3, 7))
                .isEqualTo(world.stream(40).batch(3, 7));
    }

    @Test
    void impossibleLanguagesAndSplitsAreRefused() {
        assertThatThrownBy(() -> new DyckLanguage(9, 2)).hasMessageContaining("1 to 8 kinds");
        assertThatThrownBy(() -> new DyckLanguage(2, 0)).hasMessageContaining("depth 0");
        assertThatThrownBy(() -> DyckWorld.of(new DyckLanguage(2, 5), world.split()))
                .hasMessageContaining("give both the same depth");
        assertThatThrownBy(() -> DyckWorld.of(new DyckLanguage(2, 6), new NestingSplit(8, 4, 12, 6, 0.1, 1)))
                .hasMessageContaining("DEEPER")
                .hasMessageContaining("at least 2 d tokens");
        assertThatThrownBy(() -> new NestingSplit(10, 3, 20, 3, 0.1, 1)).hasMessageContaining("deeper or longer");
        assertThatThrownBy(() -> new NestingSplit(10, 3, 20, 4, 0, 1)).hasMessageContaining("between 0 and 1");
    }
}
