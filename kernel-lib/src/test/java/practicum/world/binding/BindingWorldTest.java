package practicum.world.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import practicum.world.TextSource;

class BindingWorldTest {
    private final BindingWorld world = BindingWorld.of(1);

    @Test
    void noWordHasTwoMeaningsAndThereAreAtMostTwoHundred() {
        List<String> things =
                Stream.of(Kind.values()).flatMap(kind -> kind.words().stream()).toList();
        assertThat(things).doesNotHaveDuplicates();
        for (TextSource source : world.text().shares().keySet()) {
            assertThat(source.frame()).doesNotContainAnyElementsOf(things);
        }
        assertThat(world.vocabulary().size()).isLessThanOrEqualTo(200);
    }

    @Test
    void everyWordOfEveryTextIsInTheVocabularyAndEveryWordIsUsed() {
        Set<String> used = new HashSet<>();
        Random random = new Random(2);
        for (TextSource source : world.text().shares().keySet()) {
            for (int i = 0; i < 400; i++) {
                used.addAll(source.sentence(random));
            }
        }
        assertThat(world.vocabulary().tokens()).containsAll(used);
        assertThat(world.vocabulary().tokens().subList(3, world.vocabulary().size()))
                .allMatch(used::contains);
    }

    @Test
    void aSequenceBindsNoWordTwice() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            for (TextSource source :
                    List.of(world.contexts().source(), world.beliefs().source())) {
                String text = String.join(" ", source.sentence(random));
                for (String sentence : text.split("(?<=\\. )")) {
                    // A statement of the context's form is told once, or again as an answer that agrees.
                    assertThat(sentence.trim()).endsWith(".");
                }
                assertThat(bindingsOf(text)).doesNotHaveDuplicates();
            }
        }
    }

    /** The containers that are filled, or the names with the kinds of attributes, told of in contexts. */
    private static List<String> bindingsOf(String text) {
        return Stream.of(text.split(" \\. ?"))
                .filter(sentence -> sentence.matches(".* (keeps|owns|loves|eats|is at home|fills) .*"))
                .flatMap(sentence -> {
                    String[] words = sentence.split(" ");
                    return Stream.of(words)
                            .filter(word -> Kind.CONTAINER.words().contains(word)
                                    || Kind.PET.words().contains(word)
                                    || Kind.FOOD.words().contains(word));
                })
                .toList();
    }

    @Test
    void theSameSeedGivesTheSameText() {
        assertThat(world.stream().batch(4, 7))
                .isDeepEqualTo(BindingWorld.of(1).stream().batch(4, 7));
        assertThat(world.stream().batch(4, 7)[0])
                .isNotEqualTo(world.stream().batch(4, 8)[0])
                .hasSize(96);
    }

    @Test
    void capitalsBelongToTheirCountries() {
        assertThat(Kind.capitalOf("Peru")).isEqualTo("Lima");
        assertThat(Kind.CAPITAL.words()).hasSameSizeAs(Kind.COUNTRY.words());
    }
}
