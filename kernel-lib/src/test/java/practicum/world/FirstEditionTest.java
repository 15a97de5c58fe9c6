package practicum.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The shipped model was trained on this very text: it stays as it is until that model is trained anew. */
class FirstEditionTest {
    @Test
    void theTextIsTheOneThatTheShippedModelLearned() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        assertThat(world.vocabulary().tokens().hashCode()).isEqualTo(-1473829706);
        assertThat(Arrays.deepHashCode(world.stream(64).batch(32, 7))).isEqualTo(-1599621347);
    }

    @Test
    void theTextOfAnotherSeedIsToo() {
        long[][] text = LanguageWorld.of(5).stream(40).batch(16, 3);
        assertThat(Arrays.deepHashCode(text)).isEqualTo(-1088413272);
    }

    @Test
    void theQuestionsAreTheSameToo() {
        LanguageWorld world = LanguageWorld.of(LanguageWorld.SHIPPED_SEED);
        assertThat(world.facts(Split.HELD_OUT, 1).hashCode()).isEqualTo(184014238);
        assertThat(world.ioi(Split.TRAIN, 50, 1).hashCode()).isEqualTo(1770208154);
    }
}
