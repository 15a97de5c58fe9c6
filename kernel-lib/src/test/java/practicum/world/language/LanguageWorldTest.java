package practicum.world.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import practicum.tensor.Seeds;
import practicum.world.Lexicon;
import practicum.world.Mixture;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.TextSource;
import practicum.world.TokenizerFile;
import practicum.world.Vocabulary;
import practicum.world.language.LanguageWorld.Reading;
import practicum.world.language.fact.Fact;
import practicum.world.language.fact.FactCounts;
import practicum.world.language.fact.FactRelation;

class LanguageWorldTest {
    private static final int CONTEXT = 64;

    private final LanguageWorld world = LanguageWorld.of(1);

    @Test
    void theSameSeedMakesTheSameTextAndAnotherAnotherInTheSameWords() {
        assertThat(LanguageWorld.of(1).stream(Reading.KNOWLEDGE, CONTEXT).batch(8, 3))
                .isEqualTo(world.stream(Reading.KNOWLEDGE, CONTEXT).batch(8, 3));
        LanguageWorld other = LanguageWorld.of(2);
        assertThat(other.stream(Reading.KNOWLEDGE, CONTEXT).batch(8, 3))
                .isNotEqualTo(world.stream(Reading.KNOWLEDGE, CONTEXT).batch(8, 3));
        assertThat(other.vocabulary().tokens()).isEqualTo(world.vocabulary().tokens());
    }

    @Test
    void theVocabularyIsSmallAndAllOfItIsUsed() {
        Random random = Seeds.random(1);
        Set<String> used = new HashSet<>();
        for (Reading reading : Reading.values()) {
            Mixture text = world.text(reading);
            IntStream.range(0, 20_000).forEach(i -> used.addAll(text.sentence(random)));
        }
        Set<String> tokens = new HashSet<>(world.vocabulary().tokens());
        assertThat(tokens).hasSizeLessThanOrEqualTo(900).containsAll(used);
        tokens.removeAll(used);
        assertThat(tokens).containsExactlyInAnyOrder("<pad>", "<unk>", "<bos>");
    }

    @Test
    void everyTokenIsOneWordToTheTokenizer() {
        assertThat(world.vocabulary().tokens().stream().skip(3)).allMatch(token -> token.matches("->|\\w+|[^\\w\\s]"));
        assertThat(TokenizerFile.json(world.vocabulary())).contains("\"assistant\"");
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void everyKindOfTextFitsTheContextAndTheSharesAreWhole(Reading reading) {
        Map<TextSource, Double> shares = world.text(reading).shares();
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isBetween(0.999, 1.001);
        for (TextSource source : shares.keySet()) {
            Random random = Seeds.random(2);
            IntStream.range(0, 1_000)
                    .forEach(i -> assertThat(source.sentence(random)).hasSizeLessThan(CONTEXT));
        }
    }

    @Test
    void everyKindOfTextHasItsShareOfTheTokens() {
        Mixture text = world.text(Reading.STORIES);
        Random random = Seeds.random(3);
        Map<String, Integer> tokens = new HashMap<>();
        int all = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> sentence = text.sentence(random);
            tokens.merge(kind(sentence), sentence.size(), Integer::sum);
            all += sentence.size();
        }
        assertThat(tokens.get("tables") / (double) all).isBetween(0.09, 0.11);
        assertThat(tokens.get("dialogues") / (double) all).isBetween(0.025, 0.035);
        assertThat(tokens.get("recall") / (double) all).isBetween(0.053, 0.067);
        assertThat(tokens.get("echoes") / (double) all).isBetween(0.025, 0.035);
    }

    @Test
    void whoReadsOfTasksReadsOfNobodysFacts() {
        List<String> tokens = world.vocabulary().tokens();
        for (long[] row : world.stream(Reading.TASKS, CONTEXT).batch(64, 1)) {
            String text =
                    LongStream.of(row).mapToObj(id -> tokens.get((int) id)).collect(Collectors.joining(" "));
            assertThat(text).doesNotContain("the card says").doesNotContain("the sign says");
        }
    }

    @Test
    void theFirstTextIsOfPeoplePlacesYearsAndStoriesAlone() {
        Set<String> frames = Stream.of(world.facts(), world.map(), world.timeline(), world.ioi())
                .flatMap(source -> source.frame().stream())
                .collect(Collectors.toSet());
        Set<String> known = new HashSet<>(Lexicon.all());
        known.addAll(frames);
        known.add(Vocabulary.BEGIN);
        List<String> tokens = world.vocabulary().tokens();
        for (long[] row : world.stream(Reading.NAMES, CONTEXT).batch(64, 1)) {
            for (long id : row) {
                assertThat(known).contains(tokens.get((int) id));
            }
        }
    }

    private static String kind(List<String> sentence) {
        return switch (String.join(" ", sentence.subList(0, Math.min(3, sentence.size())))) {
            case "on the table" -> "tables";
            case "to bring :" -> "recall";
            case "say the word" -> "echoes";
            default -> sentence.get(0).equals("user") && sentence.get(1).equals(":") ? "dialogues" : "other";
        };
    }

    @Test
    void theQuestionsOfEveryPartAreInTheVocabulary() {
        Random random = Seeds.random(4);
        for (Split split : Split.values()) {
            assertKnown(world.facts().prompts(split, random));
            assertKnown(world.map().prompts(split, 50, random));
            assertKnown(world.timeline().prompts(split, 50, random));
            assertKnown(world.timeline().centuries(split, random));
            assertKnown(world.moods().prompts(split, 50, random));
            assertKnown(world.relations().prompts(split, 3, random));
            assertKnown(world.copies().prompts(split, 3, random));
            assertKnown(world.echoes().prompts(split, random));
            assertKnown(world.cycles().prompts(split, 1));
        }
        assertKnown(world.facts().untold(random));
        assertKnown(world.map().cities(random));
    }

    private void assertKnown(List<Prompt> prompts) {
        assertThat(prompts).isNotEmpty();
        for (Prompt prompt : prompts) {
            assertThat(List.of((prompt.text() + " " + prompt.answer() + " " + prompt.foil()).split(" ")))
                    .allMatch(world.vocabulary()::contains);
        }
    }

    @Test
    void factsAreCountedInTheTextThatAModelReads() {
        FactCounts counts = world.counts(IntStream.range(0, 20)
                .mapToObj(step -> world.stream(Reading.KNOWLEDGE, CONTEXT).batch(32, 5 + step)));
        List<Fact> cities = world.people().knowledge().with(FactRelation.CITY);
        int stated = cities.stream().mapToInt(counts::stated).sum();
        int together = cities.stream().mapToInt(counts::together).sum();
        assertThat(stated).isBetween(80, 1000);
        assertThat(together).isGreaterThan(stated);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void thePartsAreListedWithWhatTheyCost(Reading reading) {
        assertThat(world.parts(reading).rowCount())
                .isEqualTo(world.text(reading).shares().size());
        assertThat(world.parts(reading).doubleColumn("tokens per sentence").max())
                .isLessThan(40);
    }
}
