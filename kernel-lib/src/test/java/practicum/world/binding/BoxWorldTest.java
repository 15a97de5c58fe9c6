package practicum.world.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import tech.tablesaw.api.Row;

class BoxWorldTest {
    private final BindingWorld world = BindingWorld.of(1);
    private final BoxWorld boxes = world.boxes();

    @Test
    void aReaderOfTheTextAloneAnswersEveryQuestion() {
        Set<Class<?>> done = new HashSet<>();
        for (int operations = 0; operations <= 5; operations++) {
            for (BoxTask task : BoxTask.values()) {
                for (Split split : Split.values()) {
                    for (BoxQuestion question : boxes.questions(split, task, 5, operations, 60, 3)) {
                        StoryReader reader = new StoryReader(question.prompt().text());
                        assertThat(reader.answer()).as(question.toString()).isEqualTo(question.answer());
                        assertThat(question.prompt().foil()).isNotEqualTo(question.answer());
                        assertThat(question.marked().tokens()).isLessThanOrEqualTo(BindingWorld.TOKENS);
                        assertThat(question.story().operations()).hasSize(operations);
                        question.story().operations().forEach(each -> done.add(each.getClass()));
                        boolean anyHeldOut = reader.bound.stream().anyMatch(this::holdsOut);
                        assertThat(anyHeldOut).isEqualTo(split == Split.HELD_OUT);
                    }
                }
            }
        }
        assertThat(done).hasSize(3);
    }

    private boolean holdsOut(String bound) {
        return !bound.startsWith("nothing") && world.split().holdsOut(bound.split(" ")[0], bound.split(" ")[1]);
    }

    @Test
    void everyStateIsWhatAReaderOfThatMuchTextKnows() {
        for (BoxQuestion question : boxes.questions(Split.TRAIN, BoxTask.PLACE, 4, 4, 100, 5)) {
            List<String> sentences = List.of(question.story().marked().text().split(" \\. ?"));
            for (Row row : question.story().table()) {
                String read = String.join(" . ", sentences.subList(0, 4 + row.getInt("step")));
                Map<String, String> known = new StoryReader(read + " . end").boxes;
                assertThat(known).containsEntry(row.getString("box"), row.getString("object"));
            }
            assertThat(question.story().table().rowCount()).isEqualTo(4 * 5);
            List<String> tokens = new ArrayList<>(List.of("<bos>"));
            tokens.addAll(question.marked().words());
            for (Mention mention : question.marked().mentions()) {
                assertThat(tokens.get(mention.position())).isEqualTo(mention.word());
                List<String> things = mention.kind() == Kind.BOX
                        ? question.story().boxes()
                        : question.story().objects();
                assertThat(things.get(mention.index())).isEqualTo(mention.word());
            }
        }
    }

    @Test
    void heldOutBindingsAreAskedAboutAndNeverTrained() {
        Set<String> trained = new HashSet<>();
        Random random = new Random(4);
        for (int i = 0; i < 800; i++) {
            String sentence = String.join(" ", boxes.source().sentence(random));
            for (String episode : sentence.split("(?<=\\. )(?=Box . contains (the \\w+|nothing) \\. Box)")) {
                Set<String> bound = told(episode);
                trained.addAll(bound);
            }
        }
        for (String object : Kind.OBJECT.words()) {
            long heldOut = Kind.BOX.words().stream()
                    .filter(box -> world.split().holdsOut(object, box))
                    .peek(box -> assertThat(trained).doesNotContain(object + " " + box))
                    .count();
            assertThat(heldOut).isBetween(1L, 2L);
        }
        assertThat(trained).hasSizeGreaterThan(16 * 6 - 1);
        for (BoxQuestion question : boxes.questions(Split.HELD_OUT, BoxTask.CONTENT, 4, 2, 100, 3)) {
            assertThat(world.split().holdsOut(question.answer(), question.given()))
                    .isTrue();
            assertThat(trained).doesNotContain(question.answer() + " " + question.given());
        }
    }

    /** Everything that a training text says or implies, but for the operations' middle states, which a reader follows. */
    private static Set<String> told(String text) {
        Set<String> bound = new HashSet<>();
        for (String sentence : text.split(" \\. ?")) {
            if (sentence.startsWith("The ")) {
                bound.add(sentence.split(" ")[1] + " " + sentence.split(" ")[5]);
            } else if (sentence.matches("Box . contains the .*")) {
                bound.add(sentence.split(" ")[4] + " " + sentence.split(" ")[1]);
            } else if (sentence.startsWith("Put")) {
                bound.add(sentence.split(" ")[2] + " " + sentence.split(" ")[5]);
            } else if (sentence.startsWith("Move")) {
                bound.add(sentence.split(" ")[2] + " " + sentence.split(" ")[5]);
                bound.add(sentence.split(" ")[2] + " " + sentence.split(" ")[8]);
            }
        }
        return bound;
    }

    @Test
    void everyAnswerInTheTrainingTextIsTrue() {
        Random random = new Random(9);
        int answers = 0;
        for (int i = 0; i < 250; i++) {
            StoryReader reader = new StoryReader("end");
            Set<String> told = new HashSet<>();
            String text = "";
            for (String sentence :
                    String.join(" ", boxes.source().sentence(random)).split(" \\. ?")) {
                String box = sentence.startsWith("Box") ? sentence.substring(4, 5) : "";
                boolean asks = sentence.startsWith("The ") || (!box.isEmpty() && !told.add(box));
                if (asks) {
                    reader = new StoryReader(text + sentence.substring(0, sentence.lastIndexOf(' ')));
                    assertThat(sentence).endsWith(" " + reader.answer());
                    answers++;
                } else {
                    text += sentence + " . ";
                }
            }
        }
        assertThat(answers).isGreaterThan(1000);
    }

    @Test
    void whoeverAnswersByPlaceOrFrequencyOrRecencyIsRightByChanceOnly() {
        for (int operations : new int[] {0, 3}) {
            List<BoxQuestion> questions = boxes.questions(Split.TRAIN, BoxTask.CONTENT, 5, operations, 3000, 11);
            double chance = questions.stream()
                    .mapToDouble(
                            question -> 1.0 / question.story().end().objects().size())
                    .average()
                    .orElseThrow();
            assertThat(accuracy(questions, said -> said.get(0))).isCloseTo(chance, within(0.03));
            assertThat(accuracy(questions, said -> said.get(said.size() - 1))).isCloseTo(chance, within(0.03));
            assertThat(accuracy(questions, BoxWorldTest::mostFrequent)).isCloseTo(chance, within(0.03));
        }
        double half = boxes.questions(Split.TRAIN, BoxTask.EMPTY, 5, 2, 3000, 11).stream()
                .mapToInt(question -> question.answer().equals("nothing") ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(half).isCloseTo(0.5, within(0.03));
    }

    private static double accuracy(List<BoxQuestion> questions, Function<List<String>, String> guesser) {
        return questions.stream()
                .mapToInt(question -> {
                    List<String> said = List.of(question.prompt().text().split(" ")).stream()
                            .filter(Kind.OBJECT.words()::contains)
                            .toList();
                    return guesser.apply(said).equals(question.answer()) ? 1 : 0;
                })
                .average()
                .orElseThrow();
    }

    private static String mostFrequent(List<String> said) {
        Map<String, Long> counts = said.stream().collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        long most = Collections.max(counts.values());
        return said.stream()
                .filter(word -> counts.getOrDefault(word, 0L) == most)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoForgetsTheOperationsIsWrongWhereTheyMatter() {
        List<BoxQuestion> questions = boxes.questions(Split.TRAIN, BoxTask.PLACE, 5, 3, 1000, 11);
        int changed = 0;
        for (BoxQuestion question : questions) {
            String first = question.story().marked().text().split(" \\. (Put|Move|Swap)")[0];
            String forgets = StoryReader.owner(new StoryReader(first + " . end").boxes, question.given());
            assertThat(forgets.equals(question.answer())).isEqualTo(!question.changed());
            changed += question.changed() ? 1 : 0;
        }
        assertThat(changed).isBetween(400, 900);
    }

    @Test
    void theSeedDecides() {
        assertThat(boxes.questions(Split.TRAIN, BoxTask.PLACE, 4, 2, 20, 1))
                .isEqualTo(boxes.questions(Split.TRAIN, BoxTask.PLACE, 4, 2, 20, 1))
                .isNotEqualTo(boxes.questions(Split.TRAIN, BoxTask.PLACE, 4, 2, 20, 2));
    }

    @Test
    void impossibleRequestsSayWhatToDo() {
        assertThatThrownBy(() -> boxes.questions(Split.TRAIN, BoxTask.PLACE, 2, 1, 1, 1))
                .hasMessageContaining("3 to 8 boxes");
        assertThatThrownBy(() -> boxes.questions(Split.TRAIN, BoxTask.PLACE, 5, 7, 1, 1))
                .hasMessageContaining("0 to 6 operations");
        assertThatThrownBy(() -> BindingWorld.of(BindingSplit.of(List.of(2), List.of(30), 5, 1)))
                .hasMessageContaining("operations");
        BoxState state = new BoxState(Map.of("A", "key"));
        assertThatThrownBy(() -> new BoxOperation.Move("key", "B", "A").apply(state))
                .hasMessageContaining("not in box B");
        assertThatThrownBy(() -> new BoxOperation.Put("map", "A").apply(state))
                .hasMessageContaining("choose an empty one");
        BoxStory story = new BoxStory(List.of("A", "B"), state, List.of());
        assertThatThrownBy(() -> new BoxQuestion(story, BoxTask.CONTENT, "B", "map"))
                .hasMessageContaining("Box B is empty");
        assertThatThrownBy(() -> new BoxQuestion(story, BoxTask.CONTENT, "A", "key"))
                .hasMessageContaining("is the answer");
    }
}
