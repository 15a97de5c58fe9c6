package practicum.zoo.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.world.Vocabulary;
import practicum.world.language.LanguageWorld;

class TokenWeightsTest {
    private final Vocabulary words = LanguageWorld.of(1).vocabulary();

    @Test
    void whatIsTrueOfPeopleAndPlacesCountsInFullAndHowItIsSaidForAPart() {
        assertThat(TokenWeights.ofValues(words, 0.2)
                        .apply(row("Mary", "lives", "in", "Rome", "and", "plays", "the", "harp")))
                .containsExactly(1, 0.2F, 0.2F, 1, 0.2F, 0.2F, 0.2F, 1);
    }

    @Test
    void aNameCountsForAPartUntilItHasBeenSaid() {
        assertThat(TokenWeights.ofNewNames(words, 0.3).apply(row("Mary", "met", "John", "and", "John", "met", "Mary")))
                .containsExactly(0.3F, 1, 0.3F, 1, 1, 1, 1);
    }

    @Test
    void aWordCountsForAPartUntilItHasBeenSaid() {
        assertThat(TokenWeights.ofNewWords(0.1).apply(row("store", "blue", "store", "blue", "harp")))
                .containsExactly(0.1F, 0.1F, 1, 1, 0.1F);
    }

    @Test
    void whatFollowsWithoutHavingBeenSaidCountsInFull() {
        assertThat(TokenWeights.ofWhatFollows(words, 0.2).apply(row("war", "17", "32", "Monday", "May", "war")))
                .containsExactly(0.2F, 1, 1, 1, 1, 1);
    }

    private long[] row(String... text) {
        return List.of(text).stream().mapToLong(words::id).toArray();
    }
}
