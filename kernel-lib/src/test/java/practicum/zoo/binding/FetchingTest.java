package practicum.zoo.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.wired.HandWired;
import practicum.world.binding.MarkedText;

/** On a model wired by hand, in which a word is bound to the one before it, at its own token, in the second layer's stream. */
class FetchingTest {
    private static final Fetching FETCHING = new Fetching(HandWired.induction().model());
    private static final MarkedText BASE = text("cat bell dog door hat cat");
    private static final MarkedText EXCHANGED = text("dog bell cat door hat cat");

    private static MarkedText text(String words) {
        return new MarkedText(List.of(words.split(" ")), List.of());
    }

    @Test
    void theAnswerIsWhatFollowedTheWordBefore() {
        assertThat(FETCHING.answer(BASE)).isEqualTo("bell");
        assertThat(FETCHING.answer(EXCHANGED)).isEqualTo("door");
    }

    @Test
    void exchangingWhatIsBoundAtTheTokensExchangesTheAnswer() {
        assertThat(FETCHING.answerWith(BASE, EXCHANGED, 1, List.of(2, 4))).isEqualTo("door");
    }

    @Test
    void atOtherTokensItExchangesNothing() {
        assertThat(FETCHING.answerWith(BASE, EXCHANGED, 1, List.of(1, 3, 5))).isEqualTo("bell");
    }

    @Test
    void beforeTheFirstLayerNothingIsBoundYet() {
        assertThat(FETCHING.answerWith(BASE, EXCHANGED, 0, List.of(2, 4))).isEqualTo("bell");
    }

    @Test
    void aChangeOfOnesOwnIsMadeToo() {
        assertThat(FETCHING.answer(BASE, Hook.residPre(1).at(2).ablate())).isNotEqualTo("bell");
    }
}
