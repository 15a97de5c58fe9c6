package practicum.world.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import practicum.world.TextSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ContextWorldTest {
    private final BindingWorld world = BindingWorld.of(1);
    private final ContextWorld contexts = world.contexts();

    /** Entities and attributes of each, in all ways that fit. */
    private static final int[][] SIZES = {{2, 1}, {3, 1}, {4, 1}, {5, 1}, {7, 1}, {2, 2}, {4, 2}, {6, 2}, {3, 3}, {4, 3}
    };

    @Test
    void aReaderOfTheTextAloneAnswersEveryQuestion() {
        Set<Phrase> asked = new HashSet<>();
        for (int[] size : SIZES) {
            for (Split split : Split.values()) {
                for (ContextQuestion question : contexts.questions(split, size[0], size[1], 120, 3)) {
                    StoryReader reader = new StoryReader(question.prompt().text());
                    assertThat(reader.answer()).as(question.toString()).isEqualTo(question.answer());
                    assertThat(question.prompt().foil()).isNotEqualTo(question.answer());
                    assertThat(reader.people).hasSize(size[0]);
                    assertThat(reader.bound).hasSize(size[0] * size[1]);
                    assertThat(question.marked().tokens()).isLessThanOrEqualTo(BindingWorld.TOKENS);
                    asked.add(question.phrase());
                }
            }
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(Phrase.all());
    }

    @Test
    void everyMentionStandsWhereTheTableSays() {
        for (ContextQuestion question : contexts.questions(Split.TRAIN, 4, 3, 100, 5)) {
            List<String> tokens = new ArrayList<>(List.of("<bos>"));
            tokens.addAll(List.of(question.marked().text().split(" ")));
            for (Mention mention : question.marked().mentions()) {
                assertThat(tokens.get(mention.position())).isEqualTo(mention.word());
                assertThat(question.context().entities().get(mention.index()).word(mention.kind()))
                        .isEqualTo(mention.word());
            }
            assertThat(question.marked().last()).isEqualTo(tokens.size() - 1);
            Table table = question.context().table();
            assertThat(table.rowCount()).isEqualTo(12);
            Map<String, Map<String, String>> read =
                    new StoryReader(question.prompt().text()).people;
            for (Row row : table) {
                assertThat(tokens.get(row.getInt("name position"))).isEqualTo(row.getString("name"));
                assertThat(tokens.get(row.getInt("value position"))).isEqualTo(row.getString("value"));
                assertThat(row.getInt("name position")).isLessThan(row.getInt("value position"));
                assertThat(read.get(row.getString("name")))
                        .containsEntry(row.getString("kind"), row.getString("value"));
                assertThat(List.copyOf(read.keySet()).get(row.getInt("entity"))).isEqualTo(row.getString("name"));
            }
        }
    }

    @Test
    void propositionsAreWhatTheTextSays() {
        for (ContextQuestion question : contexts.questions(Split.TRAIN, 3, 3, 50, 7)) {
            Set<String> said = question.context().propositions().stream()
                    .map(each -> each.name() + " " + each.value())
                    .collect(Collectors.toSet());
            assertThat(said).isEqualTo(new StoryReader(question.prompt().text()).bound);
        }
        Proposition alice = new Proposition(Kind.PET, "Alice", "cat");
        Proposition bob = new Proposition(Kind.PET, "Bob", "dog");
        Proposition carla = new Proposition(Kind.PET, "Carla", "cat");
        assertThat(Proposition.jaccard(Set.of(alice, bob), Set.of(alice, carla)))
                .isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Proposition.jaccard(Set.of(), Set.of())).isEqualTo(1);
    }

    @Test
    void trainingNeverBindsWhatIsHeldOutAndBindsEverythingElse() {
        Set<String> trained = new HashSet<>();
        Random random = new Random(4);
        for (int i = 0; i < 1500; i++) {
            trained.addAll(bound(contexts.source().sentence(random)));
        }
        for (String name : Kind.NAME.words()) {
            for (Kind kind : Kind.attributes()) {
                long heldOut = kind.words().stream()
                        .filter(value -> world.split().holdsOut(name, value))
                        .peek(value -> assertThat(trained).doesNotContain(name + " " + value))
                        .count();
                assertThat(heldOut).isBetween(2L, 3L);
            }
        }
        assertThat(trained).hasSizeGreaterThan(20 * 3 * 11 - 1);
        for (ContextQuestion question : contexts.questions(Split.HELD_OUT, 4, 2, 200, 3)) {
            assertThat(trained)
                    .doesNotContainAnyElementsOf(
                            new StoryReader(question.prompt().text()).bound);
        }
        for (ContextQuestion question : contexts.questions(Split.TRAIN, 4, 2, 200, 3)) {
            assertThat(trained).containsAll(new StoryReader(question.prompt().text()).bound);
        }
    }

    /** A training sentence ends every question as an answer; only statements of the context's form bind. */
    private static Set<String> bound(List<String> sentence) {
        String statements = List.of(String.join(" ", sentence).split(" \\. ")).stream()
                .filter(each ->
                        each.matches("(?!you |the |a ).*") && !each.contains("country of") && !each.contains("city of"))
                .collect(Collectors.joining(" . "));
        return new StoryReader(statements + " . end").bound;
    }

    @Test
    void everyAnswerInTheTrainingTextIsTrue() {
        Random random = new Random(9);
        for (int i = 0; i < 120; i++) {
            String text = "";
            for (String sentence :
                    String.join(" ", contexts.source().sentence(random)).split(" \\. ?")) {
                boolean asks = sentence.matches("(you|the|a) .*|.* (country|city) of \\w+");
                if (asks) {
                    int end = sentence.lastIndexOf(' ');
                    String told = new StoryReader(text + sentence.substring(0, end)).answer();
                    assertThat(sentence.substring(end + 1)).as(text + sentence).isEqualTo(told);
                } else {
                    text += sentence + " . ";
                }
            }
        }
    }

    @Test
    void trainingHasTheTrainedNumbersOfEntitiesOnly() {
        TextSource threes = BindingWorld.of(BindingSplit.of(List.of(3), List.of(0), 5, 1))
                .contexts()
                .source();
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            String first = String.join(" ", threes.sentence(random));
            Set<String> names = new HashSet<>();
            int told = 0;
            for (String sentence : first.split(" \\. ?")) {
                boolean asks = sentence.matches("(you|the|a) .*|.* (country|city) of \\w+");
                told += asks ? 0 : 1;
                List.of(sentence.split(" ")).stream()
                        .filter(Kind.NAME.words()::contains)
                        .forEach(names::add);
            }
            assertThat(told).isPositive();
            assertThat(names.size() % 3).isZero();
        }
    }

    @Test
    void whoeverAnswersByPlaceOrFrequencyOrRecencyIsRightByChanceOnly() {
        for (int entities : new int[] {2, 4, 6}) {
            List<ContextQuestion> questions = contexts.questions(Split.TRAIN, entities, 2, 3000, 11);
            assertThat(accuracy(questions, ContextWorldTest::first)).isCloseTo(1.0 / entities, within(0.03));
            assertThat(accuracy(questions, ContextWorldTest::last)).isCloseTo(1.0 / entities, within(0.03));
            assertThat(accuracy(questions, ContextWorldTest::mostFrequent)).isCloseTo(1.0 / entities, within(0.03));
        }
    }

    private static double accuracy(List<ContextQuestion> questions, Function<ContextQuestion, String> guesser) {
        return questions.stream()
                .mapToInt(question -> guesser.apply(question).equals(question.answer()) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static List<String> candidates(ContextQuestion question) {
        Kind told = question.phrase().asked() == Kind.CAPITAL
                ? Kind.COUNTRY
                : question.phrase().asked();
        List<String> words = List.of(question.prompt().text().split(" ")).stream()
                .filter(told.words()::contains)
                .collect(Collectors.toCollection(ArrayList::new));
        words.removeIf(question.given()::equals);
        return question.phrase().asked() == Kind.CAPITAL
                ? words.stream().map(Kind::capitalOf).toList()
                : words;
    }

    private static String first(ContextQuestion question) {
        return candidates(question).get(0);
    }

    private static String last(ContextQuestion question) {
        List<String> all = candidates(question);
        return all.get(all.size() - 1);
    }

    private static String mostFrequent(ContextQuestion question) {
        List<String> all = candidates(question);
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return all.stream()
                .max((a, b) -> Long.compare(counts.getOrDefault(a, 0L), counts.getOrDefault(b, 0L)))
                .orElseThrow();
    }

    @Test
    void aSourceHasTheBasesTokensButForTheChange() {
        for (ContextChange change : ContextChange.values()) {
            for (Split split : Split.values()) {
                for (QuestionPair pair : contexts.pairs(change, split, 4, 2, 60, 3)) {
                    List<String> base = pair.base().marked().words();
                    List<String> source = pair.source().marked().words();
                    assertThat(source).hasSameSizeAs(base).isNotEqualTo(base);
                    Set<Integer> changed = new HashSet<>();
                    for (int i = 0; i < base.size(); i++) {
                        if (!base.get(i).equals(source.get(i))) {
                            changed.add(i + 1);
                        }
                    }
                    assertThat(pair.base().marked().mentions().stream().map(Mention::position))
                            .containsAll(changed);
                    String read = new StoryReader(pair.source().prompt().text()).answer();
                    assertThat(pair.source().answer()).isEqualTo(read);
                    assertBindings(change, pair);
                }
            }
        }
    }

    private void assertBindings(ContextChange change, QuestionPair pair) {
        Set<String> base = new StoryReader(pair.base().prompt().text()).bound;
        Set<String> source = new StoryReader(pair.source().prompt().text()).bound;
        Set<String> kept = new HashSet<>(base);
        kept.retainAll(source);
        boolean given = pair.base().given().equals(pair.source().given());
        boolean answer = pair.base().answer().equals(pair.source().answer());
        switch (change) {
            case NAMES -> assertThat(kept).hasSize(4);
            case VALUES -> assertThat(kept).hasSize(6);
            case PLACES -> assertThat(kept).hasSize(8);
            case NEW_VALUES -> assertThat(kept).hasSize(4);
            case NEW_NAMES -> assertThat(kept).isEmpty();
        }
        boolean asksForName = pair.base().phrase().asked() == Kind.NAME;
        switch (change) {
            case NAMES, VALUES -> {
                assertThat(given).isTrue();
                assertThat(pair.source().answer())
                        .isEqualTo(pair.base().prompt().foil());
            }
            case PLACES -> assertThat(given && answer).isTrue();
            case NEW_VALUES ->
                assertThat(asksForName ? answer && !given : given && !answer).isTrue();
            case NEW_NAMES ->
                assertThat(asksForName ? given && !answer : answer && !given).isTrue();
        }
        boolean heldOut =
                world.split().holdsOut(pair.base().context().entities().get(0).name(), anyValue(pair.base()));
        assertThat(source).allMatch(each -> heldOut == holdsOut(each)).hasSize(8);
    }

    private static String anyValue(ContextQuestion question) {
        return question.context().entities().get(0).values().values().iterator().next();
    }

    private boolean holdsOut(String bound) {
        return world.split().holdsOut(bound.split(" ")[0], bound.split(" ")[1]);
    }

    @Test
    void mixedPairsGiveFourAnswersThatAReaderFinds() {
        for (Split split : Split.values()) {
            for (int entities : new int[] {4, 6}) {
                for (QuestionPair pair : contexts.mixedPairs(split, entities, 1, 200, 5)) {
                    assertThat(pair.tellsApart()).isTrue();
                    assertThat(pair.answers()).containsEntry(Hypothesis.UNCHANGED, read(pair.base()));
                    String reflexive = read(pair.source());
                    assertThat(pair.answers()).containsEntry(Hypothesis.REFLEXIVE, reflexive);
                    // The base's text with the source's question is the lexical answer.
                    List<String> words = new ArrayList<>(pair.base().marked().words());
                    int at = pair.base()
                            .marked()
                            .mentions()
                            .get(pair.base().marked().mentions().size() - 1)
                            .position();
                    words.set(at - 1, pair.source().given());
                    assertThat(pair.answers())
                            .containsEntry(Hypothesis.LEXICAL, new StoryReader(String.join(" ", words)).answer());
                    // The positional answer stands in the base where the source's asked entity is told.
                    StoryReader source = new StoryReader(pair.source().prompt().text());
                    String name = pair.base().phrase().asked() == Kind.NAME
                            ? reflexive
                            : pair.source().given();
                    int place = List.copyOf(source.people.keySet()).indexOf(name);
                    assertThat(pair.entity(Hypothesis.POSITIONAL)).isEqualTo(OptionalInt.of(place));
                }
            }
        }
    }

    private static String read(ContextQuestion question) {
        return new StoryReader(question.prompt().text()).answer();
    }

    @Test
    void theSeedDecides() {
        assertThat(contexts.questions(Split.TRAIN, 3, 2, 20, 1))
                .isEqualTo(contexts.questions(Split.TRAIN, 3, 2, 20, 1));
        assertThat(contexts.questions(Split.TRAIN, 3, 2, 20, 1))
                .isNotEqualTo(contexts.questions(Split.TRAIN, 3, 2, 20, 2));
    }

    @Test
    void impossibleRequestsSayWhatToDo() {
        assertThatThrownBy(() -> contexts.questions(Split.TRAIN, 5, 3, 1, 1))
                .hasMessageContaining("2 to 4 entities")
                .hasMessageContaining("got 5");
        assertThatThrownBy(() -> contexts.questions(Split.TRAIN, 2, 4, 1, 1)).hasMessageContaining("1 to 3 attributes");
        assertThatThrownBy(() -> contexts.questions(Split.TRAIN, 2, 1, 0, 1)).hasMessageContaining("At least one");
        assertThatThrownBy(() -> contexts.mixedPairs(Split.TRAIN, 3, 1, 1, 1)).hasMessageContaining("as many entities");
        assertThatThrownBy(() -> contexts.pairs(ContextChange.NEW_VALUES, Split.TRAIN, 8, 1, 1, 1))
                .hasMessageContaining("words for 7 entities");
        assertThatThrownBy(() -> BindingSplit.of(List.of(1, 2), List.of(0), 5, 1))
                .hasMessageContaining("2 entities or more");
        assertThatThrownBy(() -> BindingSplit.of(List.of(2), List.of(-1), 5, 1)).hasMessageContaining("got [-1]");
        assertThatThrownBy(() -> BindingSplit.of(List.of(2), List.of(0), 1, 1))
                .hasMessageContaining("One pair in 2 to 7");
        assertThatThrownBy(() -> BindingWorld.of(BindingSplit.of(List.of(40), List.of(0), 5, 1)))
                .hasMessageContaining("96 tokens");
        assertThatThrownBy(() -> world.split().holdsOut("Alice", "Atlantis")).hasMessageContaining("Atlantis");
        assertThatThrownBy(() -> new Phrase(Kind.NAME, Kind.PET, "the pet is a"))
                .hasMessageContaining("write [{name}]");
        ContextQuestion question = contexts.questions(Split.TRAIN, 2, 1, 1, 1).get(0);
        Phrase other = Phrase.all().stream()
                .filter(each -> each.attribute() != question.phrase().attribute())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> question.context().ask(0, other)).hasMessageContaining("says nothing about");
        assertThatThrownBy(() -> new QuestionPair(
                        question, contexts.questions(Split.TRAIN, 3, 1, 1, 1).get(0)))
                .hasMessageContaining("do not correspond");
    }
}
