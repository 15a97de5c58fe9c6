package practicum.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;

class MixtureTest {
    private static final int SENTENCES = 20_000;

    @Test
    void tokensAreSharedAsTheMixtureSays() {
        Map<String, Integer> tokens = new HashMap<>();
        Random random = Seeds.random(2);
        Mixture mixture = new Mixture(Map.of(new CopyText(Lexicon.all()), 3.0, new SmallTalk(), 1.0));
        for (int i = 0; i < SENTENCES; i++) {
            List<String> sentence = mixture.sentence(random);
            tokens.merge(sentence.contains("->") ? "copy" : "talk", sentence.size(), Integer::sum);
        }
        assertThat(tokens.get("copy") / (double) tokens.get("talk")).isBetween(2.7, 3.3);
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatThrownBy(() -> new Mixture(Map.of(new SmallTalk(), 0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small talk is 0.0; give a positive one");
    }

    @Test
    void noWordHasTwoRoles() {
        assertThat(Lexicon.all()).doesNotHaveDuplicates();
    }
}
