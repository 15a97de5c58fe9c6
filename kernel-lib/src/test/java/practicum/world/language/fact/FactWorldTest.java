package practicum.world.language.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.City;
import practicum.world.Country;
import practicum.world.Frequency;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;
import tech.tablesaw.api.Row;

class FactWorldTest {
    private static final int SENTENCES = 5_000;

    private final FactWorld world = FactWorld.of(1);
    private final Knowledge knowledge = world.knowledge();
    private final List<String> names =
            knowledge.all().stream().map(Fact::subject).distinct().toList();

    @Test
    void noWordOfANameNamesAnybodyAndOfThreeWordsNoTwoDo() {
        List<Set<String>> names = world.citizens().stream()
                .map(citizen -> Set.of(citizen.name().split(" ")))
                .toList();
        assertThat(names).hasSize(88).doesNotHaveDuplicates();
        for (Set<String> name : names) {
            for (String word : name) {
                Set<String> others = new HashSet<>(name);
                others.remove(word);
                assertThat(names).filteredOn(other -> other.contains(word)).hasSizeGreaterThan(1);
                if (name.size() == 3) {
                    assertThat(names)
                            .filteredOn(other -> other.containsAll(others))
                            .hasSizeGreaterThan(1);
                }
            }
        }
        assertThat(names).filteredOn(name -> name.size() == 3).hasSize(24);
    }

    @Test
    void noWordOfANicknameNamesAnybodyEither() {
        List<String> nicknames = knowledge.objects(FactRelation.NICKNAME);
        assertThat(nicknames).hasSize(29).doesNotHaveDuplicates();
        assertThat(nicknames).allSatisfy(nickname -> assertThat(nicknames)
                .filteredOn(other -> other.startsWith(nickname.split(" ")[0] + " "))
                .hasSizeGreaterThan(1));
    }

    @Test
    void whatFollowsByRulesIsWhatAnAtlasSays() {
        for (Citizen citizen : world.citizens()) {
            String name = citizen.name();
            Country country =
                    countryOf(knowledge.objects(name, FactRelation.CITY).get(0));
            assertThat(knowledge.objects(name, FactRelation.HOME_COUNTRY)).containsExactly(country.name());
            assertThat(knowledge.objects(name, FactRelation.HOME_LANGUAGE)).containsExactly(country.language());
            assertThat(knowledge.objects(name, FactRelation.HOME_CAPITAL)).containsExactly(country.capital());
            for (String spouse : knowledge.objects(name, FactRelation.SPOUSE)) {
                assertThat(knowledge.objects(spouse, FactRelation.SPOUSE)).containsExactly(name);
                assertThat(knowledge.objects(name, FactRelation.SPOUSE_CITY))
                        .isEqualTo(knowledge.objects(spouse, FactRelation.CITY));
            }
            for (String nickname : knowledge.aliases(name)) {
                assertThat(knowledge.objects(nickname, FactRelation.HOME_LANGUAGE))
                        .containsExactly(country.language());
                assertThat(knowledge.objects(nickname, FactRelation.JOB))
                        .hasSameElementsAs(knowledge.objects(name, FactRelation.JOB));
            }
        }
        assertThat(knowledge.objects("Paris", FactRelation.CAPITAL_OF)).containsExactly("France");
        assertThat(knowledge.objects("Krakow", FactRelation.CITY_CURRENCY)).containsExactly("zloty");
    }

    private static Country countryOf(String city) {
        String country = Lexicon.OTHER_CITIES.stream()
                .filter(other -> other.name().equals(city))
                .map(City::country)
                .findFirst()
                .orElse("");
        return Lexicon.COUNTRIES.stream()
                .filter(each -> each.name().equals(country) || each.capital().equals(city))
                .findFirst()
                .orElseThrow();
    }

    /** Reads a sentence by its phrases alone: whatever a phrase is followed by is said of the first name. */
    private List<Fact> read(String sentence) {
        String padded = " " + sentence;
        String subject = names.stream()
                .filter(name -> padded.contains(" " + name + " "))
                .min(Comparator.comparingInt((String name) -> padded.indexOf(" " + name + " "))
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .orElseThrow();
        List<Fact> read = new ArrayList<>();
        for (FactRelation relation : FactRelation.values()) {
            for (String phrase : relation.phrases()) {
                for (String rest : after(phrase, sentence)) {
                    read.add(new Fact(subject, relation, rest.split(" [,.]| and( |$)")[0]));
                }
            }
        }
        return read;
    }

    private static List<String> after(String phrase, String sentence) {
        String[] pieces = (" " + sentence).split(" " + phrase + " ");
        return List.of(pieces).subList(1, pieces.length);
    }

    @Test
    void everySentenceSaysWhatIsTrueAndMayBeToldInAPhraseThatIsNotHeldOut() {
        KnowledgeText text = world.text();
        Random random = Seeds.random(4);
        Set<Fact> told = new HashSet<>();
        for (int i = 0; i < SENTENCES; i++) {
            KnowledgeText.Statement statement = text.statement(random);
            String sentence = String.join(" ", statement.words());
            List<Fact> read = read(sentence);
            assertThat(read).as(sentence).hasSameElementsAs(statement.facts()).allMatch(knowledge::holds);
            for (Fact fact : read) {
                assertThat(world.tells(fact)).as(sentence).isTrue();
                assertThat(sentence).doesNotContain(world.heldOutPhrase(fact) + " " + fact.object());
            }
            told.addAll(read);
        }
        long canBeTold = knowledge.all().stream().filter(world::tells).count();
        assertThat(told.size()).isBetween((int) (0.9 * canBeTold), (int) canBeTold);
    }

    @Test
    void aCardSaysOneThingOfAllThatIsToldAndEveryKindOfIt() {
        KnowledgeText text = world.text();
        Random random = Seeds.random(9);
        Set<FactRelation> said = EnumSet.noneOf(FactRelation.class);
        for (int i = 0; i < SENTENCES; i++) {
            List<String> words = text.statement(random).words();
            if (!words.get(1).equals("card")) {
                continue;
            }
            String subject = String.join(" ", words.subList(3, words.size() - 2));
            String word = words.get(words.size() - 2);
            List<Fact> facts = knowledge.about(subject).stream()
                    .filter(world::tells)
                    .filter(fact -> fact.object().equals(word))
                    .toList();
            assertThat(facts).as(words.toString()).isNotEmpty();
            facts.forEach(fact -> said.add(fact.relation()));
        }
        assertThat(said).containsAll(FactRelation.personal()).contains(FactRelation.HOME_LANGUAGE);
    }

    @Test
    void whatIsUntoldFollowsFromWhatIsTold() {
        List<Fact> untold =
                knowledge.all().stream().filter(fact -> !world.tells(fact)).toList();
        assertThat(untold).hasSizeBetween(100, 250).noneMatch(knowledge.given()::contains);
        List<Fact> given = List.copyOf(knowledge.given());
        assertThat(given).allMatch(world::tells);
        assertThat(Knowledge.of(given, Rule.all()).all()).containsAll(untold);
    }

    @Test
    void questionsAreTrueAndTheirFoilsAreNot() {
        for (Split split : Split.values()) {
            List<Prompt> prompts = world.text().prompts(split, Seeds.random(2));
            assertThat(prompts).hasSizeGreaterThan(800);
            for (Prompt prompt : prompts) {
                Fact fact = read(prompt.text() + " " + prompt.answer() + " .").get(0);
                List<String> objects = knowledge.objects(fact.subject(), fact.relation());
                assertThat(objects).as(prompt.toString()).hasSize(1);
                assertThat(objects.get(0)).startsWith(prompt.answer());
                assertThat(objects.get(0).split(" ")[0]).isNotEqualTo(prompt.foil());
                boolean heldOut = prompt.text().endsWith(" " + world.heldOutPhrase(fact));
                assertThat(heldOut).isEqualTo(split == Split.HELD_OUT);
            }
        }
        assertThat(world.text().untold(Seeds.random(2))).allSatisfy(prompt -> assertThat(world.tells(
                        read(prompt.text() + " " + prompt.answer() + " .").get(0)))
                .isFalse());
    }

    @Test
    void countsAreThoseOfTheStatementsAndOfTheNamesInTheText() {
        KnowledgeText text = world.text();
        Random random = Seeds.random(6);
        Map<Fact, Integer> stated = new HashMap<>();
        List<String> words = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < SENTENCES; i++) {
            KnowledgeText.Statement statement = text.statement(random);
            statement.facts().forEach(fact -> stated.merge(fact, 1, Integer::sum));
            words.addAll(statement.words());
            sentences.add(" " + String.join(" ", statement.words()));
        }
        FactCounts counts = FactCounts.in(words.stream(), knowledge);
        knowledge.all().forEach(fact -> assertThat(counts.stated(fact))
                .as(fact.toString())
                .isEqualTo(stated.getOrDefault(fact, 0)));
        Citizen citizen = world.citizens().get(3);
        for (Fact fact : knowledge.about(citizen.name())) {
            long together = sentences.stream()
                    .filter(sentence -> sentence.contains(" " + fact.subject() + " "))
                    .filter(sentence -> sentence.contains(" " + fact.object() + " "))
                    .count();
            assertThat((long) counts.together(fact)).isEqualTo(together);
        }
        assertThat(counts.table().rowCount()).isEqualTo(knowledge.all().size());
    }

    @Test
    void theTextSpeaksOfPeopleAsOftenAsTheirFrequencySays() {
        KnowledgeText text = world.text();
        Random random = Seeds.random(8);
        Map<String, Frequency> frequencies = new HashMap<>();
        for (Citizen citizen : world.citizens()) {
            frequencies.put(citizen.name(), citizen.frequency());
            knowledge.aliases(citizen.name()).forEach(alias -> frequencies.put(alias, citizen.frequency()));
        }
        Map<Frequency, Double> sentences = new HashMap<>();
        for (int i = 0; i < 4 * SENTENCES; i++) {
            text.statement(random).facts().stream()
                    .limit(1)
                    .map(fact -> frequencies.get(fact.subject()))
                    .filter(Objects::nonNull)
                    .forEach(frequency -> sentences.merge(frequency, 1.0, Double::sum));
        }
        Map<Frequency, Long> people =
                world.citizens().stream().collect(Collectors.groupingBy(Citizen::frequency, Collectors.counting()));
        double rare = sentences.get(Frequency.RARE) / people.get(Frequency.RARE);
        assertThat(sentences.get(Frequency.OFTEN) / people.get(Frequency.OFTEN) / rare)
                .isBetween(3.6, 4.4);
        assertThat(sentences.get(Frequency.USUAL) / people.get(Frequency.USUAL) / rare)
                .isBetween(1.8, 2.2);
    }

    @Test
    void conflictsSayWhatIsNotTrueAndKnowWhatIs() {
        for (Conflict conflict : world.conflicts().conflicts(Split.HELD_OUT, Seeds.random(3))) {
            String text = conflict.text();
            Fact said = new Fact(conflict.fact().subject(), conflict.fact().relation(), conflict.inContext());
            assertThat(knowledge.holds(said)).isFalse();
            assertThat(knowledge.holds(conflict.fact())).isTrue();
            assertThat(conflict.memorised()).isEqualTo(conflict.fact().object());
            assertThat(" " + text)
                    .contains(" " + conflict.inContext() + " ")
                    .doesNotContain(" " + conflict.memorised() + " ");
            boolean story = text.startsWith("In this story");
            assertThat(conflict.prompt().answer()).isEqualTo(story ? conflict.inContext() : conflict.memorised());
        }
    }

    @Test
    void nothingUntrueIsSaidOfHeldOutPeople() {
        ConflictText text = world.conflicts();
        List<String> heldOut =
                text.citizens(Split.HELD_OUT).stream().map(Citizen::name).toList();
        assertThat(heldOut).hasSize(22);
        Random random = Seeds.random(5);
        for (int i = 0; i < SENTENCES; i++) {
            String sentence = " " + String.join(" ", text.sentence(random)) + " ";
            assertThat(heldOut).noneMatch(name -> sentence.contains(" " + name + " "));
        }
    }

    @Test
    void descriptionsSayWhatIsTrueOfOthersThanTheHeldOut() {
        DescriptionText text = world.descriptions();
        List<String> heldOut =
                text.citizens(Split.HELD_OUT).stream().map(Citizen::name).toList();
        Random random = Seeds.random(5);
        for (int i = 0; i < SENTENCES / 4; i++) {
            String sentence = String.join(" ", text.sentence(random));
            String subject = sentence.substring("about ".length(), sentence.indexOf(" ,"));
            assertThat(heldOut).doesNotContain(subject);
            String[] clauses = sentence.substring(sentence.indexOf(": ") + 2).split(" [,.] ?");
            for (String clause : clauses) {
                assertThat(knowledge.about(subject))
                        .as(sentence)
                        .anyMatch(
                                fact -> clause.equals(fact.relation().phrases().get(0) + " " + fact.object())
                                        && world.tells(fact)
                                        && !clause.startsWith(world.heldOutPhrase(fact)));
            }
        }
        assertThat(text.prompts(Split.HELD_OUT, random)).hasSizeBetween(10, 12);
    }

    @Test
    void theSameSeedMakesTheSameWorldAndAnotherAnother() {
        assertThat(FactWorld.of(1).knowledge().all()).isEqualTo(knowledge.all());
        assertThat(FactWorld.of(2).knowledge().all()).isNotEqualTo(knowledge.all());
        assertThat(FactWorld.of(1).text().sentence(Seeds.random(3)))
                .isEqualTo(world.text().sentence(Seeds.random(3)));
    }

    @Test
    void tablesHoldTheTruth() {
        assertThat(world.table().rowCount()).isEqualTo(88);
        for (Row row : world.table()) {
            for (FactRelation relation : FactRelation.personal()) {
                assertThat(row.getString(relation.label()).split(", "))
                        .allSatisfy(
                                object -> assertThat(knowledge.holds(new Fact(row.getString("name"), relation, object)))
                                        .isTrue())
                        .hasSize(knowledge
                                .objects(row.getString("name"), relation)
                                .size());
            }
        }
        assertThat(knowledge.table().stringColumn("origin").asList())
                .containsOnly("given", "follows")
                .hasSize(knowledge.all().size());
        assertThat(Arrays.asList(FactRelation.values()))
                .filteredOn(FactRelation::followsByRule)
                .noneMatch(relation -> knowledge.given().stream().anyMatch(fact -> fact.relation() == relation));
    }

    @Test
    void anObjectIsOneOfThoseGivenAndWhereNoneIsTheErrorSaysSo() {
        for (Fact fact : knowledge.all()) {
            assertThat(knowledge.holds(new Fact(
                            fact.subject(), fact.relation(), knowledge.object(fact.subject(), fact.relation()))))
                    .isTrue();
        }
        assertThatThrownBy(() -> knowledge.object("Paris", FactRelation.PET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing is known of the pet of \"Paris\"");
    }

    @Test
    void anUntrueFactHasNoCount() {
        FactCounts counts = FactCounts.in(Stream.of(), knowledge);
        assertThatThrownBy(() -> counts.stated(new Fact("Paris", FactRelation.COUNTRY, "Japan")))
                .hasMessageContaining("is not true in this world");
    }
}
