package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.grade.SmallClass.STEM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.answer.Value;
import practicum.check.AnswerKey;
import practicum.check.PretendKernel;
import practicum.runner.CellOutcome;
import practicum.runner.CellRunner;

/** A receipt of a small class says what grading again finds. */
class ReplayTest extends ClassFixture {
    @Test
    void aReplayNamesTheChecksThatDiffer() throws IOException {
        grade("one");
        Path file = out.resolve("receipts/ada/" + STEM + ".json");
        var receipt = Receipt.read(file);
        var answers = new HashMap<>(PretendKernel.key().expected());
        answers.put("scores.row", new Value.Num(80));
        var grader = SmallClass.grader(new AnswerKey(STEM, answers, List.of()), () -> new PretendKernel(0));
        assertThat(Replay.of(receipt, Replay.submission(receipt, Path.of(""), file), grader)
                        .differences())
                .containsExactly(
                        "then: scores.row PASSED 3.0 of 3.0",
                        "now:  scores.row FAILED 0.0 of 3.0",
                        "score: 10.0 then, 7.0 now");
    }

    @Test
    void whatAClockEndedOnceIsRunAgain() throws IOException {
        grade("one");
        Path file = out.resolve("receipts/ada/" + STEM + ".json");
        var receipt = Receipt.read(file);
        int[] started = new int[1];
        var grader = SmallClass.grader(
                PretendKernel.key(), () -> ++started[0] == 1 ? new LateKernel() : new PretendKernel(0));
        var replay = Replay.of(receipt, Replay.submission(receipt, Path.of(""), file), grader);
        assertThat(replay.reproduced()).isTrue();
        assertThat(replay.remarks()).singleElement().asString().startsWith("It was run 2 times, because a clock");
    }

    @Test
    void ofAMissingNotebookTheReceiptIsReproducedToo() throws IOException {
        Files.createDirectories(inbox.resolve("nobody"));
        grade("one");
        Path file = out.resolve("receipts/nobody/" + STEM + ".json");
        var receipt = Receipt.read(file);
        assertThat(receipt.status()).isEqualTo("INVALID_NOTEBOOK");
        var nothing = Replay.submission(receipt, Path.of(""), file);
        assertThat(nothing).isEmpty();
        var grader = SmallClass.grader(PretendKernel.key(), () -> new PretendKernel(0));
        assertThat(Replay.of(receipt, nothing, grader).reproduced()).isTrue();
        Path forged = Files.writeString(
                folder.resolve("forged.json"), Files.readString(file).replace("\"score\": 0.0", "\"score\": 10.0"));
        assertThat(Replay.of(Receipt.read(forged), nothing, grader).reproduced())
                .isFalse();
    }

    @Test
    void aReceiptReproducesItsScoreAndAForgedOneDoesNot() throws IOException {
        grade("one");
        Path file = out.resolve("receipts/bob/" + STEM + ".json");
        var receipt = Receipt.read(file);
        assertThat(receipt.score()).isEqualTo(6);
        assertThat(receipt.cellTime().toSeconds()).isEqualTo(60);
        var kept = Replay.submission(receipt, Path.of(""), file);
        var grader = SmallClass.grader(PretendKernel.key(), () -> new PretendKernel(0));
        assertThat(Replay.of(receipt, kept, grader).reproduced()).isTrue();
        assertThat(receipt.inputs().differing(SmallClass.inputs("two"))).containsExactly("the practicum's source");

        Path forged = Files.writeString(
                folder.resolve("forged.json"), Files.readString(file).replace("\"score\": 6.0", "\"score\": 10.0"));
        assertThat(Replay.of(Receipt.read(forged), kept, grader).differences())
                .containsExactly("score: 10.0 then, 6.0 now");
        assertThatThrownBy(() -> Replay.submission(receipt, inbox.resolve("ada").resolve(STEM + ".ipynb"), file))
                .hasMessageContaining("is not what was graded");
        assertThatThrownBy(() -> Receipt.read(Files.writeString(folder.resolve("x.json"), "{}")))
                .hasMessageContaining("no receipt");
    }

    /** Every cell of it runs out of time. */
    private static final class LateKernel implements CellRunner {
        @Override
        public CellOutcome run(String code) {
            return new CellOutcome(CellOutcome.Status.TIMEOUT, List.of(), Duration.ZERO, "too long");
        }

        @Override
        public Duration processorTime() {
            return Duration.ZERO;
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void close() {}
    }
}
