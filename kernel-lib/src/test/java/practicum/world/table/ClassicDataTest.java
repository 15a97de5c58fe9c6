package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.net.Examples;
import practicum.tensor.Tensor;

class ClassicDataTest {
    @Test
    void bitTasksHoldEveryInputOnceWithItsTruth() {
        Examples xor = BitTasks.xor();
        assertThat(xor.inputs().toFloatArray()).containsExactly(-1, -1, -1, 1, 1, -1, 1, 1);
        assertThat(xor.labels()).containsExactly(0, 1, 1, 0);
        Examples mirror = BitTasks.mirrorSymmetry(6);
        float[][] rows = mirror.inputs().toMatrix();
        for (int r = 0; r < 64; r++) {
            boolean same = rows[r][0] == rows[r][5] && rows[r][1] == rows[r][4] && rows[r][2] == rows[r][3];
            assertThat(mirror.labels()[r] == 1).isEqualTo(same);
        }
        Examples parity = BitTasks.parity(5);
        float[][] bits = parity.inputs().toMatrix();
        for (int r = 0; r < 32; r++) {
            float product = -1;
            for (float bit : bits[r]) {
                product *= -bit;
            }
            assertThat(parity.labels()[r]).isEqualTo(product > 0 ? 1 : 0);
        }
        assertThatThrownBy(() -> BitTasks.parity(1)).hasMessageContaining("2 to 16 bits");
    }

    @Test
    void theFamiliesHaveThe104QuestionsOf1986() {
        List<Kinship> questions = FamilyTrees.questions();
        assertThat(questions).hasSize(104);
        Map<String, List<String>> answers = new HashMap<>();
        questions.forEach(each -> answers.put(each.person() + " " + each.relation(), each.answers()));
        assertThat(answers)
                .containsEntry("Colin father", List.of("James"))
                .containsEntry("Colin mother", List.of("Victoria"))
                .containsEntry("Charlotte brother", List.of("Colin"))
                .containsEntry("Victoria father", List.of("Christopher"))
                .containsEntry("Jennifer nephew", List.of("Colin"))
                .containsEntry("Margaret niece", List.of("Charlotte"))
                .containsEntry("Andrew daughter", List.of("Jennifer"))
                .containsEntry("Pierro wife", List.of("Francesca"))
                .containsEntry("Sophia mother", List.of("Lucia"));
        assertThat(answers.get("Colin uncle")).containsExactlyInAnyOrder("Arthur", "Charles");
        assertThat(answers.get("Colin aunt")).containsExactlyInAnyOrder("Margaret", "Jennifer");
        assertThat(answers.get("Alfonso uncle")).containsExactlyInAnyOrder("Emilio", "Tomaso");
        assertThat(answers).doesNotContainKeys("Christopher father", "Margaret brother", "Colin wife", "Arthur son");
    }

    @Test
    void relationsHaveTheirInverses() {
        for (Kinship each : FamilyTrees.questions()) {
            for (String answer : each.answers()) {
                List<String> back =
                        switch (each.relation()) {
                            case "father", "mother" -> List.of("son", "daughter");
                            case "son", "daughter" -> List.of("father", "mother");
                            case "husband" -> List.of("wife");
                            case "wife" -> List.of("husband");
                            case "uncle", "aunt" -> List.of("nephew", "niece");
                            case "nephew", "niece" -> List.of("uncle", "aunt");
                            default -> List.of("brother", "sister");
                        };
                assertThat(FamilyTrees.questions())
                        .anyMatch(other -> other.person().equals(answer)
                                && back.contains(other.relation())
                                && other.answers().contains(each.person()));
            }
        }
    }

    @Test
    void bothFamiliesHaveOneFormAndANetSeesOnesForPersonRelationAndAnswers() {
        List<Kinship> questions = FamilyTrees.questions();
        Examples examples = FamilyTrees.examples(questions);
        float[][] inputs = examples.inputs().toMatrix();
        float[][] targets = examples.targets().toMatrix();
        List<String> persons = FamilyTrees.persons();
        for (int q = 0; q < 104; q++) {
            Kinship question = questions.get(q);
            assertThat(IntStream.range(0, 36).filter(columns(inputs[q])).toArray())
                    .containsExactly(
                            persons.indexOf(question.person()),
                            24 + FamilyTrees.RELATIONS.indexOf(question.relation()));
            assertThat(IntStream.range(0, 24).filter(columns(targets[q])).mapToObj(persons::get))
                    .containsExactlyInAnyOrderElementsOf(question.answers());
        }
        for (int q = 0; q < 52; q++) {
            int place = persons.indexOf(questions.get(q).person());
            assertThat(questions.get(q + 52).person()).isEqualTo(persons.get(place + 12));
            assertThat(questions.get(q + 52).relation())
                    .isEqualTo(questions.get(q).relation());
        }
        assertThat(FamilyTrees.table().rowCount()).isEqualTo(104);
    }

    private static java.util.function.IntPredicate columns(float[] row) {
        return column -> row[column] == 1;
    }

    @Test
    void flippedLabelsAreThoseNamedAndNoOthers() {
        long[] labels = IntStream.range(0, 200).mapToLong(i -> i % 3).toArray();
        Examples examples = Examples.of(Tensor.zeros(200, 2), labels);
        LabelFlips flips = LabelFlips.of(examples, 3, 0.15, 1);
        assertThat(flips.flipped()).hasSize(30).isSorted().doesNotHaveDuplicates();
        long[] after = flips.examples().labels();
        for (int i = 0; i < 200; i++) {
            assertThat(after[i] != i % 3).isEqualTo(flips.flipped().contains(i));
            assertThat(after[i]).isBetween(0L, 2L);
        }
        assertThat(examples.labels())
                .isEqualTo(IntStream.range(0, 200).mapToLong(i -> i % 3).toArray());
        assertThat(LabelFlips.of(examples, 3, 0.15, 1).flipped()).isEqualTo(flips.flipped());
        assertThat(LabelFlips.of(examples, 3, 0.15, 2).flipped()).isNotEqualTo(flips.flipped());
    }

    @Test
    void precisionIsTheShareOfFlippedRowsAmongTheFirst() {
        Examples examples = Examples.of(Tensor.zeros(10, 1), new long[10]);
        LabelFlips flips = LabelFlips.of(examples, 2, 0.3, 4);
        List<Integer> right = new ArrayList<>(flips.flipped());
        IntStream.range(0, 10).filter(i -> !flips.flipped().contains(i)).forEach(right::add);
        assertThat(flips.precision(right, 3)).isEqualTo(1);
        assertThat(flips.precision(right, 10)).isCloseTo(0.3, within(1e-12));
        assertThatThrownBy(() -> flips.precision(right, 11)).hasMessageContaining("1 to 10 rows");
        assertThatThrownBy(() -> LabelFlips.of(examples, 2, 0.6, 1)).hasMessageContaining("0 to 0.5");
        assertThatThrownBy(() -> LabelFlips.of(Examples.of(Tensor.zeros(1, 1), 2), 2, 0, 1))
                .hasMessageContaining("a label 2");
    }
}
