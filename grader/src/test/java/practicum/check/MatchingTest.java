package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is taken from a notebook before anything of it runs. */
final class MatchingTest {
    private static String answer(String words) {
        var practicum = SmallPracticum.get();
        var notebook = Submissions.blank(practicum).with("why", words).notebook();
        return String.valueOf(Attempt.of(practicum, notebook).words().get("why"));
    }

    @Test
    void answersInWordsAreTakenAsTheyAreUpToALengthThatSomebodyReads() {
        String honest = "Because 2 + 2 is 2 · 2. ".repeat(800);
        assertThat(answer(honest)).isEqualTo(honest);
        assertThat(answer("")).isEmpty();
        assertThat(answer("x".repeat(5_000_000)))
                .hasSizeLessThan(20_000)
                .startsWith("xxx")
                .endsWith("*(Cut off here: nobody reads more than 19900 characters.)*");
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (String begin : new String[] {"", "x"}) {
            String cut = answer(begin + "🙂".repeat(20_000));
            assertThat(cut).contains("🙂\n\n*(Cut off").doesNotContain("\uFFFD");
            assertThat(new String(
                            cut.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(cut);
        }
    }
}
