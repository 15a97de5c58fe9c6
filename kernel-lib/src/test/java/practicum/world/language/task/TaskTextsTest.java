package practicum.world.language.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.Lexicon;
import practicum.world.Relation;
import practicum.world.Split;

class TaskTextsTest {
    private static final int SENTENCES = 8_000;
    private static final Pattern SPAN = Pattern.compile(".*year (\\d\\d) (\\d\\d) .*year (\\d\\d) (\\d\\d) \\.");
    private static final Pattern THING = Pattern.compile("a (\\w+) (\\w+)");

    private final YearSpanText spans = new YearSpanText(1);
    private final ColouredObjectsText tables = new ColouredObjectsText(1);
    private final RecallText recall = new RecallText(1);
    private final WordForms forms = new WordForms();

    // ---------------------------------------------------------------- years

    @Test
    void everySpanEndsLaterInItsCenturyAndEachLaterYearIsAsLikely() {
        Random random = Seeds.random(1);
        double rank = 0;
        for (int i = 0; i < SENTENCES; i++) {
            Matcher span = SPAN.matcher(String.join(" ", spans.sentence(random)));
            assertThat(span.matches()).isTrue();
            int start = Integer.parseInt(span.group(2));
            int end = Integer.parseInt(span.group(4));
            assertThat(span.group(3)).isEqualTo(span.group(1));
            assertThat(end).isGreaterThan(start);
            rank += (end - start - 0.5) / (99 - start);
        }
        assertThat(rank / SENTENCES).as("where in what is left of the century").isBetween(0.48, 0.52);
    }

    @Test
    void heldOutFirstYearsNeverStandInTheText() {
        Set<Year> heldOut = new HashSet<>(spans.starts(Split.HELD_OUT));
        assertThat(heldOut).hasSizeBetween(130, 220).doesNotContainAnyElementsOf(spans.starts(Split.TRAIN));
        Random random = Seeds.random(2);
        for (int i = 0; i < SENTENCES; i++) {
            Matcher span = SPAN.matcher(String.join(" ", spans.sentence(random)));
            assertThat(span.matches()).isTrue();
            assertThat(heldOut).doesNotContain(new Year(Integer.parseInt(span.group(1) + span.group(2))));
        }
    }

    @Test
    void rightAndWrongYearsArePartedByTheStart() {
        for (YearSpan span : spans.spans(Split.HELD_OUT, 50, Seeds.random(3))) {
            String start = span.start().inCentury();
            assertThat(span.right()).isNotEmpty().allMatch(year -> year.compareTo(start) > 0);
            assertThat(span.wrong()).contains(start).allMatch(year -> year.compareTo(start) <= 0);
            assertThat(span.right().size() + span.wrong().size()).isEqualTo(100);
            assertThat(span.corrupted())
                    .isEqualTo(span.text().replaceFirst("(\\d\\d) \\d\\d", "$1 01"))
                    .isNotEqualTo(span.text());
        }
    }

    @Test
    void aYearOfAnotherAgeIsRefused() {
        assertThatThrownBy(() -> new Year(2026)).hasMessage("Years of this world are 1100 to 1999, got 2026.");
        assertThat(new Year(1703).text()).isEqualTo("17 03");
    }

    // ---------------------------------------------------------------- coloured objects

    private static Map<String, String> read(String sentence) {
        Map<String, String> colours = new HashMap<>();
        Matcher thing = THING.matcher(sentence.split(" \\. ")[0]);
        while (thing.find()) {
            colours.put(thing.group(2), thing.group(1));
        }
        return colours;
    }

    @Test
    void theColourIsTheOneThatTheThingHasAndNoPlaceTellsIt() {
        Random random = Seeds.random(1);
        int[] places = new int[3];
        for (int i = 0; i < SENTENCES; i++) {
            String sentence = String.join(" ", tables.sentence(random));
            Map<String, String> colours = read(sentence);
            String asked = sentence.replaceAll(".*the color of the (\\w+) is .*", "$1");
            String answer = sentence.replaceAll(".* is (\\w+) \\.", "$1");
            assertThat(colours).as(sentence).hasSize(3).containsEntry(asked, answer);
            colours.forEach(
                    (thing, colour) -> assertThat(tables.pair(thing, colour)).isEqualTo(Split.TRAIN));
            String first = sentence.replaceAll("on the table there is a (\\w+) .*", "$1");
            String last = sentence.replaceAll(".* and a (\\w+) .*", "$1");
            places[answer.equals(first) ? 0 : answer.equals(last) ? 2 : 1]++;
        }
        assertThat(Arrays.stream(places)
                        .mapToDouble(count -> count / (double) SENTENCES)
                        .toArray())
                .satisfies(shares -> assertThat(shares[0]).isBetween(0.31, 0.36))
                .satisfies(shares -> assertThat(shares[2]).isBetween(0.31, 0.36));
    }

    @Test
    void heldOutTablesAskForAPairThatTheTextNeverShows() {
        for (ColouredObjects table : tables.tables(Split.HELD_OUT, 200, Seeds.random(2))) {
            assertThat(tables.pair(table.things().get(table.asked()), table.answer()))
                    .isEqualTo(Split.HELD_OUT);
            assertThat(table.askingForNext().answer()).isEqualTo(table.prompt().foil());
            assertThat(table.askingForNext().words()).hasSameSizeAs(table.words());
        }
        long heldOut = Lexicon.OBJECTS.stream()
                .flatMap(thing -> Lexicon.COLORS.stream().map(colour -> tables.pair(thing, colour)))
                .filter(split -> split == Split.HELD_OUT)
                .count();
        assertThat(heldOut).isBetween(25L, 60L);
    }

    // ---------------------------------------------------------------- recall

    @Test
    void exactlyTheMissingThingIsMissingAndAnyPlaceIsAsLikely() {
        Random random = Seeds.random(1);
        double place = 0;
        for (int i = 0; i < SENTENCES; i++) {
            String sentence = String.join(" ", recall.sentence(random));
            String[] parts = sentence.split("[:.]");
            List<String> list = List.of(parts[1].strip().split(" , "));
            List<String> found = List.of(parts[3].strip().split(" , "));
            String missing = parts[5].strip();
            assertThat(list)
                    .doesNotHaveDuplicates()
                    .containsAll(found)
                    .contains(missing)
                    .hasSize(found.size() + 1);
            assertThat(found).doesNotContain(missing).doesNotHaveDuplicates();
            assertThat(recall.split(new Recall(list, found))).isEqualTo(Split.TRAIN);
            place += list.indexOf(missing) / (list.size() - 1.0);
        }
        assertThat(place / SENTENCES).isBetween(0.48, 0.52);
    }

    @Test
    void heldOutListsAreOfTheLengthThatIsAskedForAndNotInTheText() {
        for (Recall each : recall.lists(5, Split.HELD_OUT, 100, Seeds.random(2))) {
            assertThat(each.list()).hasSize(5);
            assertThat(recall.split(each)).isEqualTo(Split.HELD_OUT);
            assertThat(each.list().get(each.place())).isEqualTo(each.missing());
            assertThat(each.found()).contains(each.prompt(Seeds.random(1)).foil());
        }
        assertThatThrownBy(() -> recall.lists(9, Split.TRAIN, 1, Seeds.random(1)))
                .hasMessageContaining("not for 9");
    }

    // ---------------------------------------------------------------- forms of words

    @Test
    void formsAreThoseOfEnglish() {
        assertThat(object("plural", "knife")).isEqualTo("knives");
        assertThat(object("plural", "book")).isEqualTo("books");
        assertThat(object("past tense", "dance")).isEqualTo("danced");
        assertThat(object("past tense", "walk")).isEqualTo("walked");
        assertThat(object("lower case", "R")).isEqualTo("r");
        assertThat(object("capital", "Japan")).isEqualTo("Tokyo");
        assertThat(object("country", "Krakow")).isEqualTo("Poland");
    }

    private String object(String relation, String subject) {
        return forms.relations().stream()
                .filter(each -> each.name().equals(relation))
                .findFirst()
                .orElseThrow()
                .object(subject);
    }

    @Test
    void everySentenceHasBothFormsOfOneWord() {
        Random random = Seeds.random(1);
        List<Relation> relations = forms.relations().subList(0, 3);
        for (int i = 0; i < 1000; i++) {
            List<String> words = forms.sentence(random);
            assertThat(relations).as(String.join(" ", words)).anyMatch(relation -> relation.pairs().entrySet().stream()
                    .anyMatch(pair -> words.contains(pair.getKey()) && words.contains(pair.getValue())));
        }
    }
}
