package practicum.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanguageWorldTest {
    private static final int SENTENCES = 20_000;

    private final LanguageWorld world = LanguageWorld.of(1);

    @Test
    void theSameSeedMakesTheSameWorldAndText() {
        LanguageWorld again = LanguageWorld.of(1);
        assertThat(again.people()).isEqualTo(world.people());
        assertThat(again.stream(64).batch(4, 9)).isEqualTo(world.stream(64).batch(4, 9));
    }

    @Test
    void anotherSeedMakesOtherFactsInTheSameWords() {
        LanguageWorld other = LanguageWorld.of(2);
        assertThat(other.people()).isNotEqualTo(world.people());
        assertThat(other.vocabulary().tokens()).isEqualTo(world.vocabulary().tokens());
    }

    @Test
    void everyPersonHasANameOfTheirOwnAndSharesBothWords() {
        assertThat(world.people().stream().map(Person::name)).doesNotHaveDuplicates();
        Map<String, Long> byFirst =
                world.people().stream().collect(Collectors.groupingBy(Person::first, Collectors.counting()));
        Map<String, Long> byLast =
                world.people().stream().collect(Collectors.groupingBy(Person::last, Collectors.counting()));
        assertThat(byFirst.values()).containsOnly(3L);
        assertThat(byLast.values()).containsOnly(3L);
    }

    @Test
    void noWordHasTwoRoles() {
        assertThat(Lexicon.all()).doesNotHaveDuplicates();
    }

    @Test
    void everySentenceIsMadeOfWordsOfTheVocabularyAndTheVocabularyIsSmall() {
        Set<String> used = new HashSet<>();
        sentences().forEach(used::addAll);
        Set<String> known = new HashSet<>(world.vocabulary().tokens());
        assertThat(known).containsAll(used).hasSizeBetween(400, 480);
        known.removeAll(used);
        assertThat(known).as("tokens that no sentence uses").containsOnly("<pad>", "<unk>", "<bos>");
    }

    @Test
    void noSentenceSaysAHeldOutPhraseOfAPerson() {
        Map<List<String>, Person> byName =
                world.people().stream().collect(Collectors.toMap(p -> List.of(p.first(), p.last()), p -> p));
        int checked = 0;
        for (List<String> sentence : sentences()) {
            int first = firstName(sentence);
            Person subject = byName.get(sentence.subList(first, Math.min(first + 2, sentence.size())));
            if (subject == null || sentence.contains("->")) {
                continue;
            }
            checked++;
            for (Attribute attribute : Attribute.values()) {
                String heldOut = FactText.heldOutPhrase(subject, attribute) + " " + subject.get(attribute);
                assertThat(String.join(" ", sentence)).doesNotContain(heldOut);
            }
        }
        assertThat(checked).isGreaterThan(SENTENCES / 4);
    }

    private static int firstName(List<String> sentence) {
        return IntStream.range(0, sentence.size())
                .filter(i -> Lexicon.FIRST_NAMES.contains(sentence.get(i)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void heldOutNamesAndPairsNeverStandInAnIoiSentence() {
        IoiText ioi = new IoiText();
        Random random = new Random(3);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < SENTENCES; i++) {
            Set<String> two = ioi.sentence(random).stream()
                    .filter(Lexicon.FIRST_NAMES::contains)
                    .collect(Collectors.toSet());
            assertThat(two).hasSize(2).doesNotContain("Paul", "David").isNotEqualTo(Set.of("Mary", "John"));
            names.addAll(two);
        }
        assertThat(names).hasSameElementsAs(world.ioiNames(Split.TRAIN)).hasSize(36);
        assertThat(world.ioiNames(Split.HELD_OUT)).hasSize(12).doesNotContainAnyElementsOf(names);
    }

    @Test
    void heldOutWordsArePairsOfNoListInTraining() {
        Set<String> pairs = new HashSet<>();
        for (List<String> sentence : sentences()) {
            for (int i = 1; i + 1 < sentence.size(); i++) {
                if (sentence.get(i).equals("->")) {
                    pairs.add(sentence.get(i - 1) + " -> " + sentence.get(i + 1));
                }
            }
        }
        List<String> asked = new ArrayList<>();
        world.copies(Split.HELD_OUT, 3, 1).forEach(prompt -> asked.add(last(prompt) + " " + prompt.answer()));
        world.relationLists(Split.HELD_OUT, 3, 1).forEach(prompt -> asked.add(last(prompt) + " " + prompt.answer()));
        assertThat(asked).hasSizeGreaterThan(45).doesNotContainAnyElementsOf(pairs);
        assertThat(pairs).contains("France -> Paris");
    }

    @Test
    void heldOutPeopleAreNeverDescribed() {
        Set<String> described = sentences().stream()
                .filter(sentence -> sentence.get(0).equals("about"))
                .map(sentence -> sentence.get(1) + " " + sentence.get(2))
                .collect(Collectors.toSet());
        for (Prompt prompt : world.descriptions(Split.HELD_OUT, 1)) {
            String[] words = prompt.text().split(" ");
            assertThat(described).doesNotContain(words[1] + " " + words[2]);
        }
    }

    @Test
    void answersOfFactPromptsAreTrueAndFoilsAreNot() {
        List<Prompt> prompts = world.facts(Split.HELD_OUT, 5);
        assertThat(prompts).hasSize(144 * 6);
        for (int i = 0; i < prompts.size(); i++) {
            Prompt prompt = prompts.get(i);
            Person person = world.people().get(i / 6);
            Attribute attribute = Attribute.values()[i % 6];
            assertThat(prompt.group()).isEqualTo(attribute.label());
            assertThat(prompt.answer()).isEqualTo(person.get(attribute)).isNotEqualTo(prompt.foil());
            assertThat(prompt.text()).contains(person.name()).endsWith(FactText.heldOutPhrase(person, attribute));
        }
    }

    @Test
    void ioiPromptsAskForTheNameThatIsNotRepeatedInBothOrders() {
        List<Prompt> prompts = world.ioi(Split.HELD_OUT, 200, 5);
        assertThat(prompts).extracting(Prompt::group).contains("ABBA", "BABA");
        for (Prompt prompt : prompts) {
            List<String> words = List.of(prompt.text().split(" "));
            int giver = words.lastIndexOf(prompt.foil());
            assertThat(giver).isGreaterThan(words.lastIndexOf(prompt.answer()));
            assertThat(words.subList(0, giver)).contains(prompt.answer(), prompt.foil());
        }
    }

    @Test
    void rarePeopleAreSpokenOfLess() {
        FactText facts = new FactText(world.people());
        Random random = new Random(1);
        Map<String, Integer> count = new HashMap<>();
        for (int i = 0; i < SENTENCES; i++) {
            List<String> sentence = facts.sentence(random);
            world.people().stream()
                    .filter(p -> Collections.indexOfSubList(sentence, List.of(p.first(), p.last())) >= 0)
                    .forEach(p -> count.merge(p.name(), 1, Integer::sum));
        }
        assertThat(mean(count, Frequency.OFTEN)).isGreaterThan(1.8 * mean(count, Frequency.USUAL));
        assertThat(mean(count, Frequency.USUAL)).isGreaterThan(1.3 * mean(count, Frequency.RARE));
    }

    @Test
    void tokensAreSharedAsTheMixtureSays() {
        Map<String, Integer> tokens = new HashMap<>();
        Random random = new Random(2);
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
    void anUnknownWordIsNamed() {
        assertThatThrownBy(() -> world.vocabulary().id("Atlantis"))
                .hasMessage(
                        "\"Atlantis\" is not among the " + world.vocabulary().size() + " words of this world.");
    }

    @Test
    void thePeopleTableHoldsTheTruth() {
        Person person = world.people().get(17);
        var row = world.peopleTable().row(17);
        assertThat(row.getString("name")).isEqualTo(person.name());
        assertThat(row.getString("city")).isEqualTo(person.get(Attribute.CITY));
        assertThat(world.peopleTable().rowCount()).isEqualTo(144);
    }

    private double mean(Map<String, Integer> count, Frequency frequency) {
        return world.people().stream()
                .filter(person -> person.frequency() == frequency)
                .mapToInt(person -> count.get(person.name()))
                .average()
                .orElseThrow();
    }

    private static String last(Prompt prompt) {
        String[] words = prompt.text().split(" ");
        return words[words.length - 2] + " ->";
    }

    private List<List<String>> sentences() {
        Random random = new Random(11);
        return IntStream.range(0, SENTENCES)
                .mapToObj(i -> world.text().sentence(random))
                .toList();
    }
}
