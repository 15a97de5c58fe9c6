package practicum.world.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import tech.tablesaw.api.Row;

class BeliefWorldTest {
    private final BindingWorld world = BindingWorld.of(1);
    private final BeliefWorld beliefs = world.beliefs();

    @Test
    void aReaderOfTheTextAloneAnswersEveryQuestion() {
        for (Split split : Split.values()) {
            Set<String> forms = new HashSet<>();
            for (BeliefQuestion question : beliefs.questions(split, 1500, 3)) {
                StoryReader reader = new StoryReader(question.prompt().text());
                assertThat(reader.answer()).as(question.toString()).isEqualTo(question.answer());
                assertThat(question.foil()).isNotEqualTo(question.answer());
                assertThat(question.marked().tokens()).isLessThanOrEqualTo(BindingWorld.TOKENS);
                assertThat(reader.bound).hasSize(2).allMatch(bound -> (split == Split.HELD_OUT) == holdsOut(bound));
                forms.add(question.story().act()
                        + question.phrase()
                        + question.story().sights());
                List<String> tokens = new ArrayList<>(List.of("<bos>"));
                tokens.addAll(question.marked().words());
                for (Mention mention : question.marked().mentions()) {
                    assertThat(tokens.get(mention.position())).isEqualTo(mention.word());
                }
            }
            assertThat(forms).hasSize(3 * 3 * 9);
        }
    }

    private boolean holdsOut(String bound) {
        return world.split().holdsOut(bound.split(" ")[0], bound.split(" ")[1]);
    }

    @Test
    void theTableSaysWhatAReaderAnswers() {
        for (BeliefQuestion question : beliefs.questions(Split.TRAIN, 100, 5)) {
            BeliefStory story = question.story();
            for (Row row : story.table()) {
                String asked = row.getString("name") + " thinks that the " + row.getString("container") + " contains";
                String read = new StoryReader(story.marked().text() + " " + asked).answer();
                assertThat(row.getString("belief")).isEqualTo(read);
                assertThat(row.getBoolean("knows")).isEqualTo(!read.equals("unknown"));
                assertThat(row.getString("truth")).isNotEqualTo("unknown");
            }
        }
    }

    @Test
    void theFirstDrinkTheSecondAndUnknownAreEachTheAnswerToAThird() {
        for (Split split : Split.values()) {
            int first = 0;
            int second = 0;
            int seenOrDone = 0;
            for (BeliefQuestion question : beliefs.questions(split, 2000, 7)) {
                List<String> said = List.of(question.prompt().text().split(" ")).stream()
                        .filter(Kind.DRINK.words()::contains)
                        .toList();
                assertThat(said).hasSize(2);
                first += said.get(0).equals(question.answer()) ? 1 : 0;
                second += said.get(1).equals(question.answer()) ? 1 : 0;
                seenOrDone += question.prompt().group().equals("own") ? 1 : 0;
            }
            assertThat(List.of(first, second, 2000 - first - second, seenOrDone))
                    .allSatisfy(count -> assertThat(count).isBetween(590, 745));
        }
    }

    @Test
    void trainingNeverFillsAContainerWithAHeldOutDrinkAndAnswersTruly() {
        Set<String> trained = new HashSet<>();
        Random random = new Random(4);
        int answers = 0;
        for (int i = 0; i < 400; i++) {
            String sentence = String.join(" ", beliefs.source().sentence(random));
            for (String episode : sentence.split("(?=\\b\\w+ and \\w+ are in the kitchen)")) {
                String story = "";
                for (String each : episode.split(" \\. ?")) {
                    if (each.matches(".* (thinks|believes) .*")) {
                        int end = each.lastIndexOf(' ');
                        StoryReader reader = new StoryReader(story + each.substring(0, end));
                        assertThat(each.substring(end + 1)).isEqualTo(reader.answer());
                        trained.addAll(reader.bound);
                        answers++;
                    } else {
                        story += each + " . ";
                    }
                }
            }
        }
        assertThat(answers).isGreaterThan(1600);
        assertThat(trained).noneMatch(this::holdsOut).hasSizeGreaterThan(8 * 6 - 1);
    }

    @Test
    void anInterchangeGivesTheAnswerThatTheLookbacksSay() {
        for (BeliefPair pair : beliefs.pairs(BeliefModel.STATE, Split.TRAIN, 100, 3)) {
            // Answer lookback: the source's place points into the base's story; 0 points nowhere.
            String theirs = pair.source().answer();
            int place = pair.source().story().drinks().indexOf(theirs);
            String expected =
                    place < 0 ? "unknown" : pair.base().story().drinks().get(place);
            assertThat(pair.answer(BeliefModel.STATE)).isEqualTo(expected);
            assertThat(pair.answer(BeliefModel.ANSWER)).isEqualTo(theirs);
        }
        for (BeliefPair pair : beliefs.pairs(BeliefModel.KNOWS, Split.HELD_OUT, 100, 3)) {
            // Visibility lookback: who is told to see, answers with what is in the asked container.
            assertThat(pair.base().answer()).isEqualTo("unknown");
            BeliefStory story = pair.base().story();
            assertThat(pair.answer(BeliefModel.KNOWS))
                    .isEqualTo(story.drinks().get(pair.base().container()));
        }
        for (BeliefPair pair : beliefs.mirrorPairs(Split.TRAIN, 100, 3)) {
            // Binding lookback: with both places from the source, the base's other drink, if that is known.
            BeliefQuestion other = new BeliefQuestion(
                    pair.base().story(),
                    1 - pair.base().character(),
                    1 - pair.base().container(),
                    pair.base().phrase());
            assertThat(pair.answer(BeliefModel.CHARACTER, BeliefModel.CONTAINER))
                    .isEqualTo(other.answer());
            assertThat(new StoryReader(pair.source().prompt().text()).answer())
                    .isEqualTo(pair.source().answer());
        }
        for (String variable : BeliefModel.model().variables()) {
            for (BeliefPair pair : beliefs.pairs(variable, Split.TRAIN, 50, 3)) {
                assertThat(pair.answer(variable)).isNotEqualTo(pair.base().answer());
                assertThat(pair.source().marked().words())
                        .hasSameSizeAs(pair.base().marked().words());
            }
        }
    }

    @Test
    void theSeedDecides() {
        assertThat(beliefs.questions(Split.TRAIN, 20, 1))
                .isEqualTo(beliefs.questions(Split.TRAIN, 20, 1))
                .isNotEqualTo(beliefs.questions(Split.TRAIN, 20, 2));
    }

    @Test
    void impossibleRequestsSayWhatToDo() {
        assertThatThrownBy(() -> beliefs.pairs("mood", Split.TRAIN, 1, 1)).hasMessageContaining("no variable \"mood\"");
        BeliefQuestion question = beliefs.questions(Split.TRAIN, 1, 1).get(0);
        assertThatThrownBy(() -> new BeliefQuestion(question.story(), 2, 0, question.phrase()))
                .hasMessageContaining("0 and 1");
        assertThatThrownBy(() -> new BeliefQuestion(question.story(), 0, 0, "{name} drinks {what}"))
                .hasMessageContaining("[{container}, {name}]");
        BeliefStory story = question.story();
        assertThatThrownBy(() -> new BeliefStory(
                        List.of("Bob", "Bob"), story.containers(), story.drinks(), story.sights(), story.act(), true))
                .hasMessageContaining("all different");
        BeliefStory stranger = new BeliefStory(
                List.of("Bob", "Zoe"), story.containers(), story.drinks(), story.sights(), story.act(), true);
        assertThatThrownBy(() -> new BeliefQuestion(stranger, 0, 0, question.phrase()).answer())
                .hasMessageContaining("\"Zoe\" is no name");
    }
}
