package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.grade.SmallClass.STEM;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.check.AnswerKey;
import practicum.check.PretendKernel;
import practicum.gradebook.Gradebook;

/** Grading a small class again says who moves, and takes nothing away. */
class RegradeTest extends ClassFixture {
    @Test
    void aFailureOfTheGradersOwnTakesNoVerdictAway() throws IOException {
        grade("one");
        var broken = new Batch(
                SmallClass.grader(PretendKernel.key(), () -> {
                    throw new IllegalStateException("no disk");
                }),
                SmallClass.inputs("two"),
                "confined",
                Lateness.unsaid(),
                2);
        assertThatThrownBy(() -> broken.grade(inbox, out))
                .isInstanceOf(GradeException.class)
                .hasMessageContaining("ada, the grader failed, and the former verdict stays");
        try (var book = open()) {
            var regrade = new Regrade(broken, SmallClass.inputs("two"), folder.resolve("aside"), out);
            var found = regrade.moves(book, STEM, false, false);
            assertThat(found.all()).isEmpty();
            assertThat(found.failures()).hasSize(3);
            assertThat(standing(book, "ada").total()).isEqualTo(10);
        }
        assertThat(folder.resolve("aside")).doesNotExist();
    }

    @Test
    void severalAtATimeComeToTheSameMovesInTheSameOrder() throws IOException {
        grade("one");
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            var regrade =
                    new Regrade(SmallClass.batch("two", 0, 3), SmallClass.inputs("two"), folder.resolve("aside"), out);
            assertThat(regrade.moves(book, STEM, false, false).all())
                    .extracting(move -> move.verdict().attempt().student())
                    .containsExactly("ada", "bob", "eve");
        }
    }

    @Test
    void regradingShowsWhoMovesAndWhyAndWritesNothingByItself() throws Exception {
        grade("one");
        byte[] before = Files.readAllBytes(Outbox.gradebook(out));
        var answers = new java.util.HashMap<>(PretendKernel.key().expected());
        answers.put("plus.small", new practicum.answer.Value.Num(80));
        var other = new AnswerKey(STEM, answers, List.of());
        int[] started = new int[1];
        var batch = new Batch(
                SmallClass.grader(other, () -> {
                    started[0]++;
                    return new PretendKernel(0);
                }),
                SmallClass.inputs("two"),
                "confined",
                Lateness.unsaid(),
                1);
        var regrade = new Regrade(batch, SmallClass.inputs("two"), folder.resolve("aside"), out);
        Regrade.Moves found;
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            found = regrade.moves(book, STEM, false, false);
        }
        List<Regrade.Move> moves = found.all();
        assertThat(found.failures()).isEmpty();
        assertThat(Files.readAllBytes(Outbox.gradebook(out))).isEqualTo(before);
        assertThat(moves).hasSize(3).allSatisfy(move -> assertThat(move.why())
                .isEqualTo("changed: the practicum's source"));
        var ada = moves.get(0);
        assertThat(ada.before()).isEqualTo(10);
        assertThat(ada.verdict().score()).as("plus.same waits for plus.small").isEqualTo(8);
        assertThat(ada.checks()).first().isEqualTo("plus.small: passed (1 of 1) → failed (0 of 1)");
        assertThat(started[0]).isEqualTo(3);
        try (var book = open()) {
            var again = regrade.moves(book, STEM, false, false).all();
            assertThat(started[0]).as("nothing is graded twice").isEqualTo(3);
            again.forEach(move -> book.record(move.verdict(), move.why()));
            assertThat(standing(book, "ada").total()).isEqualTo(8);
            assertThat(standing(book, "bob").total()).isEqualTo(8);
            assertThat(regrade.moves(book, STEM, false, false).all()).isEmpty();
        }
    }
}
