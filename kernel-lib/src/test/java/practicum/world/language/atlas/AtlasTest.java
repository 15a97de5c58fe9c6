package practicum.world.language.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.tensor.Seeds;
import practicum.world.Lexicon;
import practicum.world.Prompt;
import practicum.world.Split;

class AtlasTest {
    private static final int SENTENCES = 10_000;
    private static final Pattern WAY = Pattern.compile("the way from (.+) to (.+) (?:goes|leads) to the (\\w+) \\.");
    private static final Pattern SEEN = Pattern.compile("seen from (.+) , (.+) lies in the (\\w+) \\.");
    private static final Pattern NEAR = Pattern.compile("compared with other places (.+) and (.+) are (\\w+) \\.");
    private static final Pattern COMPARED = Pattern.compile("compared with the (.+) , the (.+) is (\\w+) \\.");
    private static final Pattern FIRST = Pattern.compile("of the (.+) and the (.+) the first is (\\w+) \\.");
    private static final Pattern YEAR =
            Pattern.compile("the (?:(?:sign says )(.+)|(.+) , so the old books say , (?:was built|began) in the year)"
                    + " (\\d\\d) (\\d\\d) \\.");

    private final Atlas atlas = Atlas.of(1);
    private final Map<String, Spot> spots =
            atlas.spots().stream().collect(Collectors.toMap(Spot::phrase, Function.identity()));
    private final Map<String, Dated> dated =
            atlas.dated().stream().collect(Collectors.toMap(Dated::name, Function.identity()));

    @Test
    void everySpotStandsInTheBlockOfItsCountry() {
        Map<String, Set<String>> corners = new HashMap<>();
        atlas.spots().forEach(spot -> corners.computeIfAbsent(spot.country(), none -> new HashSet<>())
                .add((int) spot.x() + "," + (int) spot.y()));
        assertThat(corners).hasSize(20).allSatisfy((country, corner) -> assertThat(corner)
                .hasSize(1));
        assertThat(corners.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        assertThat(atlas.spots()).hasSize(32 + 144);
    }

    @Test
    void theHeldOutRegionIsACornerOfFourCountries() {
        Map<Split, Set<String>> countries = atlas.spots().stream()
                .collect(Collectors.groupingBy(atlas::region, Collectors.mapping(Spot::country, Collectors.toSet())));
        assertThat(countries.get(Split.HELD_OUT)).hasSize(4).doesNotContainAnyElementsOf(countries.get(Split.TRAIN));
        assertThat(atlas.spots())
                .allMatch(spot -> (atlas.region(spot) == Split.HELD_OUT) == (spot.x() > 3 && spot.y() > 2));
    }

    @Test
    void whatTheTextSaysOfTwoPlacesCanBeMeasuredOnTheMap() {
        MapText text = MapText.of(atlas);
        Random random = Seeds.random(2);
        Map<String, Integer> said = new HashMap<>();
        for (int i = 0; i < SENTENCES; i++) {
            String sentence = String.join(" ", text.sentence(random));
            for (Pattern pattern : List.of(WAY, SEEN, NEAR)) {
                Matcher matcher = pattern.matcher(sentence);
                if (matcher.matches()) {
                    Spot from = spots.get(matcher.group(1));
                    Spot to = spots.get(matcher.group(2));
                    assertThat(isSo(from, to, matcher.group(3))).as(sentence).isTrue();
                    assertThat(atlas.pair(from.name(), to.name())).isEqualTo(Split.TRAIN);
                    said.merge(matcher.group(3), 1, Integer::sum);
                }
            }
        }
        assertThat(said).containsOnlyKeys("north", "south", "east", "west", "near", "far");
        for (List<String> two : List.of(List.of("north", "south"), List.of("east", "west"), List.of("near", "far"))) {
            double first = said.get(two.get(0));
            assertThat(first / (first + said.get(two.get(1))))
                    .as(two.toString())
                    .isBetween(0.45, 0.55);
        }
    }

    @Test
    void rowsAndColumnsAreThoseOfTheMapAndOfAQuarterTheyAreNeverSaid() {
        Pattern square = Pattern.compile("(?:who wants to see )?(.+?) (?:,|has).* in (row|column) (\\w+) and"
                + " (?:row|column) (\\w+) \\.|the (sign|ticket) says (.+) (\\w+) (\\w+) \\.");
        MapText text = MapText.of(atlas);
        Random random = Seeds.random(5);
        Set<String> said = new HashSet<>();
        for (int i = 0; i < SENTENCES; i++) {
            Matcher matcher = square.matcher(String.join(" ", text.sentence(random)));
            if (matcher.matches()) {
                boolean sign = matcher.group(1) == null;
                Spot spot = spots.get(matcher.group(sign ? 6 : 1));
                boolean rowFirst = sign
                        ? matcher.group(5).equals("sign")
                        : matcher.group(2).equals("row");
                int first = 1 + Lexicon.NUMBERS.indexOf(matcher.group(sign ? 7 : 3));
                int second = 1 + Lexicon.NUMBERS.indexOf(matcher.group(sign ? 8 : 4));
                int row = rowFirst ? first : second;
                int column = rowFirst ? second : first;
                assertThat(spot.y()).isBetween((row - 1) / 2.0, row / 2.0);
                assertThat(spot.x()).isBetween((column - 1) / 2.0, column / 2.0);
                said.add(spot.name());
            }
        }
        assertThat(said.size() / (double) atlas.spots().size()).isBetween(0.6, 0.9);
        assertThat(text.rows(Split.HELD_OUT, random)).hasSize(atlas.spots().size() - said.size());
    }

    private static boolean isSo(Spot from, Spot to, String word) {
        return switch (word) {
            case "north" -> to.y() > from.y();
            case "south" -> to.y() < from.y();
            case "east" -> to.x() > from.x();
            case "west" -> to.x() < from.x();
            case "near" -> Math.hypot(to.x() - from.x(), to.y() - from.y()) < 1.2;
            default -> word.equals("far") && Math.hypot(to.x() - from.x(), to.y() - from.y()) > 2;
        };
    }

    @Test
    void toKnowTheCountriesOrOneOfTheTwoIsNotEnoughForDirections() {
        List<Prompt> prompts = MapText.of(atlas).prompts(Split.TRAIN, SENTENCES, Seeds.random(6)).stream()
                .filter(prompt -> !prompt.group().equals("near"))
                .toList();
        double byCountry = 0;
        double byOne = 0;
        for (Prompt prompt : prompts) {
            String sentence = prompt.text() + " " + prompt.answer() + " .";
            Matcher matcher = (sentence.startsWith("the way") ? WAY : SEEN).matcher(sentence);
            assertThat(matcher.matches()).isTrue();
            Spot from = spots.get(matcher.group(1));
            Spot to = spots.get(matcher.group(2));
            boolean north = prompt.group().equals("north");
            boolean answer = prompt.answer().equals("north") || prompt.answer().equals("east");
            int blocks = (int) (north ? to.y() : to.x()) - (int) (north ? from.y() : from.x());
            byCountry += blocks == 0 ? 0.5 : (blocks > 0) == answer ? 1 : 0;
            byOne += (north ? to.y() > Atlas.ROWS / 2.0 : to.x() > Atlas.COLUMNS / 2.0) == answer ? 1 : 0;
        }
        assertThat(byCountry / prompts.size()).isBetween(0.5, 0.9);
        assertThat(byOne / prompts.size()).isBetween(0.5, 0.75);
    }

    @Test
    void toKnowCenturiesOrOneOfTheTwoYearsIsNotEnoughForAges() {
        List<Prompt> prompts = TimeText.of(atlas).prompts(Split.TRAIN, SENTENCES, Seeds.random(6));
        double byCentury = 0;
        double byOne = 0;
        for (Prompt prompt : prompts) {
            String sentence = prompt.text() + " " + prompt.answer() + " .";
            boolean second = sentence.startsWith("compared");
            Matcher matcher = (second ? COMPARED : FIRST).matcher(sentence);
            assertThat(matcher.matches()).isTrue();
            int year = dated.get(matcher.group(second ? 2 : 1)).year().number();
            int other = dated.get(matcher.group(second ? 1 : 2)).year().number();
            boolean older = prompt.answer().equals("older");
            int centuries = other / 100 - year / 100;
            byCentury += centuries == 0 ? 0.5 : (centuries > 0) == older ? 1 : 0;
            byOne += (year < 1550) == older ? 1 : 0;
        }
        assertThat(byCentury / prompts.size()).isBetween(0.5, 0.9);
        assertThat(byOne / prompts.size()).isBetween(0.5, 0.75);
    }

    @Test
    void sightsStandByTheNearestCityOfTheirCountry() {
        Random random = Seeds.random(2);
        for (Prompt prompt : MapText.of(atlas).cities(random)) {
            Spot sight = spots.get(prompt.text().split(" stands ")[0]);
            Spot city = spots.get(prompt.answer());
            assertThat(city.country()).isEqualTo(sight.country());
            assertThat(atlas.spots())
                    .filteredOn(other -> other.isCity() && other.country().equals(sight.country()))
                    .allMatch(other -> other.distance(sight) >= city.distance(sight));
        }
    }

    @Test
    void whatTheTextSaysOfYearsIsSo() {
        TimeText text = TimeText.of(atlas);
        Random random = Seeds.random(3);
        int older = 0;
        int compared = 0;
        for (int i = 0; i < SENTENCES; i++) {
            String sentence = String.join(" ", text.sentence(random));
            Matcher year = YEAR.matcher(sentence);
            if (year.matches()) {
                Dated thing = dated.get(year.group(year.group(1) == null ? 2 : 1));
                assertThat(thing.year().number()).isEqualTo(Integer.parseInt(year.group(3) + year.group(4)));
                assertThat(atlas.year(thing)).isEqualTo(Split.TRAIN);
                continue;
            }
            Matcher matcher = COMPARED.matcher(sentence);
            boolean second = matcher.matches();
            if (!second) {
                matcher = FIRST.matcher(sentence);
                assertThat(matcher.matches()).as(sentence).isTrue();
            }
            Dated subject = dated.get(matcher.group(second ? 2 : 1));
            Dated other = dated.get(matcher.group(second ? 1 : 2));
            boolean isOlder = other.year().number() - subject.year().number() >= TimeText.CLEAR;
            boolean isNewer = subject.year().number() - other.year().number() >= TimeText.CLEAR;
            assertThat(matcher.group(3)).isEqualTo(isOlder ? "older" : "newer");
            assertThat(isOlder || isNewer).isTrue();
            assertThat(atlas.pair(subject.name(), other.name())).isEqualTo(Split.TRAIN);
            older += isOlder ? 1 : 0;
            compared++;
        }
        assertThat(older / (double) compared).isBetween(0.47, 0.53);
    }

    @Test
    void heldOutComparisonsAreOfPairsThatTheTextNeverCompares() {
        for (Prompt prompt : MapText.of(atlas).prompts(Split.HELD_OUT, 300, Seeds.random(4))) {
            String sentence = prompt.text() + " " + prompt.answer() + " .";
            Matcher matcher = List.of(WAY, SEEN, NEAR).stream()
                    .map(pattern -> pattern.matcher(sentence))
                    .filter(Matcher::matches)
                    .findFirst()
                    .orElseThrow();
            Spot from = spots.get(matcher.group(1));
            Spot to = spots.get(matcher.group(2));
            assertThat(atlas.pair(to.name(), from.name())).isEqualTo(Split.HELD_OUT);
            assertThat(isSo(from, to, prompt.foil())).isFalse();
        }
        assertThat(TimeText.of(atlas).prompts(Split.HELD_OUT, 50, Seeds.random(4)))
                .extracting(Prompt::answer)
                .contains("older", "newer");
    }

    @Test
    void aQuarterOfTheYearsIsNeverSaid() {
        TimeText text = TimeText.of(atlas);
        int told = text.centuries(Split.TRAIN, Seeds.random(1)).size();
        int untold = text.centuries(Split.HELD_OUT, Seeds.random(1)).size();
        assertThat(told + untold).isEqualTo(144 + 72);
        assertThat(untold / (double) (told + untold)).isBetween(0.18, 0.32);
        for (Prompt prompt : text.centuries(Split.HELD_OUT, Seeds.random(1))) {
            String name = prompt.text().replaceAll("the (.+) , so .*", "$1");
            assertThat(prompt.answer())
                    .isEqualTo(String.valueOf(dated.get(name).year().number() / 100));
        }
    }

    @Test
    void tablesHoldTheTruth() {
        assertThat(atlas.map().rowCount()).isEqualTo(atlas.spots().size());
        assertThat(atlas.map().row(40).getDouble("x"))
                .isEqualTo(atlas.spots().get(40).x());
        assertThat(atlas.timeline().row(7).getInt("year"))
                .isEqualTo(atlas.dated().get(7).year().number());
        assertThat(Atlas.of(1).spots()).isEqualTo(atlas.spots());
        assertThat(Atlas.of(2).spots()).isNotEqualTo(atlas.spots());
        assertThat(Lexicon.cityNames()).allMatch(spots::containsKey);
    }
}
