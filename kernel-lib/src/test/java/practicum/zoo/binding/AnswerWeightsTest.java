package practicum.zoo.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.world.Vocabulary;
import practicum.world.binding.BindingWorld;

class AnswerWeightsTest {
    private static final Vocabulary WORDS = BindingWorld.of(1).vocabulary();

    private static List<String> answers(String text) {
        List<String> words = new ArrayList<>(List.of(Vocabulary.BEGIN));
        words.addAll(List.of(text.split(" ")));
        float[] weights = AnswerWeights.of(WORDS, 0.25)
                .apply(words.stream().mapToLong(WORDS::id).toArray());
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 1) {
                answers.add(words.get(i));
            } else {
                assertThat(weights[i]).isEqualTo(0.25f);
            }
        }
        return answers;
    }

    @Test
    void whatAContextTellsCountsLittleAndWhatIsAskedOfItInFull() {
        assertThat(answers(
                        "Alice lives in France . Bob lives in Peru . the home of Bob is in Peru . the person who lives in"
                                + " France is Alice ."))
                .containsExactly("Peru", "Alice");
    }

    @Test
    void boxesAreAnsweredByObjectsBoxesAndNothing() {
        assertThat(answers(
                        "Box A contains the key . Box B contains nothing . The key is in box A . Box A contains the key ."
                                + " Box B contains nothing ."))
                .containsExactly("nothing", "A", "key", "nothing");
    }

    @Test
    void beliefsAreAnsweredByDrinksAndUnknown() {
        assertThat(answers(
                        "Bob fills the cup with tea . Bob thinks that the cup contains tea . Alice thinks that the cup"
                                + " contains unknown ."))
                .containsExactly("tea", "unknown");
    }

    @Test
    void anAnswerThatIsCutOffCountsLittle() {
        assertThat(answers("Alice lives in France . the home of Alice is in France"))
                .isEmpty();
    }
}
