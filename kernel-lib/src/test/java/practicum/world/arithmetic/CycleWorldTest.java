package practicum.world.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import practicum.world.Prompt;
import practicum.world.Split;
import practicum.world.TextSource;

class CycleWorldTest {
    /** Written apart from the generator's phrases: what a reader would look for. */
    private static final Pattern READ = Pattern.compile(
            "(?<count>one|two|three|four|five|six|seven|eight|nine|ten|eleven" + "|twelve) (?:day|month)s?");

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final CycleWorld world = CycleWorld.of(1);

    @Test
    void answersAgreeWithTheCalendar() {
        for (Split split : Split.values()) {
            for (CycleQuestion question : world.questions(split)) {
                assertThat(question.answer()).isEqualTo(byCalendar(question.start(), question.steps()));
            }
        }
        assertThat(new CycleQuestion(Cycle.WEEKDAYS, 3, "Monday")).hasToString("three days after Monday is Thursday");
        assertThat(new CycleQuestion(Cycle.MONTHS, -1, "January")).hasToString("one month before January is December");
    }

    @Test
    void everyQuestionIsInOneSplitAndAFifthIsHeldOut() {
        Set<CycleQuestion> all = new HashSet<>(world.questions(Split.TRAIN));
        all.addAll(world.questions(Split.HELD_OUT));
        assertThat(all).hasSize(2 * 7 * 7 + 2 * 12 * 12);
        assertThat(world.questions(Split.TRAIN).size()
                        + world.questions(Split.HELD_OUT).size())
                .isEqualTo(all.size());
        assertThat(world.questions(Split.HELD_OUT)).hasSize(20 + 58);
    }

    @Test
    void sentencesAreTrueAndSayNothingThatIsHeldOut() {
        Set<List<Object>> heldOut = new HashSet<>();
        world.questions(Split.HELD_OUT).forEach(each -> heldOut.add(List.of(each.start(), each.steps())));
        Set<List<Object>> said = new HashSet<>();
        Random random = new Random(5);
        for (TextSource source : world.sources()) {
            for (int i = 0; i < 5000; i++) {
                List<Object> question = read(source.sentence(random));
                assertThat(heldOut).doesNotContain(question);
                said.add(question);
            }
        }
        assertThat(said).hasSameSizeAs(world.questions(Split.TRAIN));
    }

    /** The start and the signed steps of a sentence, whose answer is checked. */
    private static List<Object> read(List<String> words) {
        String sentence = String.join(" ", words);
        Matcher count = READ.matcher(sentence);
        assertThat(count.find()).as(sentence).isTrue();
        boolean back = sentence.contains("before") || sentence.contains("back") || sentence.contains("ago");
        int steps = (NUMBERS.indexOf(count.group("count")) + 1) * (back ? -1 : 1);
        List<String> members = words.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .toList();
        assertThat(members).as(sentence).hasSize(2);
        assertThat(members.get(1)).as(sentence).isEqualTo(byCalendar(members.get(0), steps));
        assertThat(words.get(words.size() - 1)).isEqualTo(".");
        return List.of(members.get(0), steps);
    }

    private static String byCalendar(String start, int steps) {
        String name = start.toUpperCase(Locale.ROOT);
        String then = start.endsWith("day")
                ? DayOfWeek.valueOf(name).plus(steps).name()
                : Month.valueOf(name).plus(steps).name();
        return then.charAt(0) + then.substring(1).toLowerCase(Locale.ROOT);
    }

    @Test
    void everyStartAndEveryNumberOfStepsIsTrainedOnEvenWhenMuchIsHeldOut() {
        CycleWorld harsh = CycleWorld.of(List.of(Cycle.WEEKDAYS), 0.7, 3);
        Map<Object, Integer> trained = new HashMap<>();
        harsh.questions(Split.TRAIN).forEach(question -> {
            trained.merge(question.start(), 1, Integer::sum);
            trained.merge(question.steps(), 1, Integer::sum);
        });
        assertThat(trained).hasSize(7 + 14);
    }

    @Test
    void promptsAskForTheAnswerAndFoilsAreWrongMembersOfTheSameCycle() {
        List<Prompt> prompts = world.prompts(Split.HELD_OUT, 4);
        assertThat(prompts).hasSize(3 * 78);
        for (Prompt prompt : prompts) {
            List<String> words = new ArrayList<>(List.of(prompt.text().split(" ")));
            words.add(prompt.answer());
            words.add(".");
            read(words);
            Cycle cycle = prompt.group().equals("weekdays") ? Cycle.WEEKDAYS : Cycle.MONTHS;
            assertThat(cycle.members()).contains(prompt.foil());
            assertThat(prompt.foil()).isNotEqualTo(prompt.answer());
        }
        assertThat(world.prompts(Split.HELD_OUT, 4)).isEqualTo(prompts);
    }

    @Test
    void theSameSeedMakesTheSameTextAndTheVocabularyCoversIt() {
        long[][] batch = world.stream(50).batch(20, 9);
        assertThat(CycleWorld.of(1).stream(50).batch(20, 9)).isEqualTo(batch);
        assertThat(CycleWorld.of(2).questions(Split.HELD_OUT)).isNotEqualTo(world.questions(Split.HELD_OUT));
        for (Split split : Split.values()) {
            for (Prompt prompt : world.prompts(split, 1)) {
                assertThat(world.vocabulary().ids().keySet())
                        .contains(prompt.text().split(" "));
            }
        }
        assertThat(world.vocabulary().size()).isLessThan(70);
    }

    @Test
    void theTableAgreesWithTheSplits() {
        var table = world.table();
        assertThat(table.rowCount()).isEqualTo(386);
        var heldOut = table.where(table.stringColumn("split").isEqualTo("HELD_OUT"));
        assertThat(heldOut.rowCount()).isEqualTo(78);
        heldOut.forEach(row ->
                assertThat(row.getString("answer")).isEqualTo(byCalendar(row.getString("start"), row.getInt("steps"))));
    }

    @Test
    void aStepAheadTurnsTheCircleByTheSameAngleEverywhere() {
        float[][] circle = Cycle.MONTHS.circle().toMatrix();
        for (int i = 0; i < 12; i++) {
            float[] here = circle[i];
            float[] next = circle[(i + 1) % 12];
            assertThat((double) here[0] * next[0] + here[1] * next[1]).isCloseTo(Math.sqrt(3) / 2, within(1e-6));
            assertThat((double) here[0] * next[1] - here[1] * next[0]).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        assertThatThrownBy(() -> CycleWorld.of(List.of(Cycle.WEEKDAYS), 0.95, 1))
                .hasMessageContaining("Hold out a smaller share than 0.95");
        assertThatThrownBy(() -> CycleWorld.of(List.of(), 0.2, 1)).hasMessageContaining("At least one cycle");
        assertThatThrownBy(() -> CycleWorld.of(List.of(Cycle.MONTHS, Cycle.MONTHS), 0.2, 1))
                .hasMessageContaining("two cycles");
        assertThatThrownBy(() -> CycleWorld.of(List.of(Cycle.MONTHS), 1, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> Cycle.WEEKDAYS.after("Mond", 1)).hasMessageContaining("none of the weekdays");
        assertThatThrownBy(() -> new CycleQuestion(Cycle.WEEKDAYS, 0, "Monday")).hasMessageContaining("ahead or back");
        assertThatThrownBy(() -> new Cycle("coin", "flip", List.of("heads", "tails")))
                .hasMessageContaining("at least three");
    }
}
