package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.check.SmallPracticum;
import practicum.gradebook.Gradebook;
import practicum.gradebook.GradebookException;

/** A real process that grades a class, and is killed as {@code kill -9} does, again and again. */
final class KilledBatchTest {
    private static final int STUDENTS = 40;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    /** What the process runs: two at a time, 20 ms a cell. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            var summary = SmallClass.batch("source", 20, 2).grade(Path.of(arguments[0]), Path.of(arguments[1]));
            System.out.println("graded " + summary.graded() + " of " + summary.students());
        }
    }

    @Test
    void killingAtAnyMomentLosesNoVerdictAndDoublesNone() throws Exception {
        var inbox = folder.resolve("inbox");
        for (int i = 0; i < STUDENTS; i++) {
            SmallClass.submit(
                    inbox,
                    "s" + i,
                    SmallClass.notebook(SmallPracticum.PLUS, "// " + i + "\n" + SmallPracticum.SCORES, ""));
        }
        var out = folder.resolve("out");
        var random = new Random(7);
        int before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var process = start(inbox, out);
            int reach = before + 4 + random.nextInt(5);
            while (process.isAlive() && verdicts(out) < reach) {
                Thread.sleep(random.nextInt(20));
            }
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            int after = verdicts(out);
            assertThat(after).isBetween(before, STUDENTS);
            before = after;
        }
        assertThat(before)
                .as("some were graded before the last kill, and not all")
                .isBetween(1, STUDENTS - 1);

        var last = start(inbox, out);
        String said = new String(last.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as(said).isZero();
        assertThat(said).contains("graded " + (STUDENTS - before) + " of " + STUDENTS);
        assertOneVerdictEach(out);
    }

    private static void assertOneVerdictEach(Path out) throws IOException {
        int[] graded = new int[1];
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            assertThat(book.attempts(SmallClass.STEM, java.util.Optional.empty()))
                    .hasSize(STUDENTS)
                    .allSatisfy(attempt -> assertThat(book.verdict(attempt))
                            .get()
                            .satisfies(verdict -> assertThat(verdict.score()).isEqualTo(10)));
            book.history().each(entry -> graded[0] += entry.action().equals("graded") ? 1 : 0);
        }
        assertThat(graded[0]).isEqualTo(STUDENTS);
        assertThat(Files.readAllLines(out.resolve("grades.csv"))).hasSize(STUDENTS + 1);
        try (var results = Files.list(out.resolve("results"))) {
            assertThat(results).hasSize(STUDENTS);
        }
    }

    @Test
    void asLongAsOneGradesAnotherIsTurnedAwayInWords() throws Exception {
        var inbox = folder.resolve("inbox");
        SmallClass.submit(inbox, "ada", SmallClass.notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, ""));
        var out = folder.resolve("out");
        try (var mine = Gradebook.open(Outbox.gradebook(out))) {
            assertThat(mine.roster().all()).isEmpty();
            var other = start(inbox, out);
            String said = new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isNotZero();
            assertThat(said)
                    .contains(
                            "Somebody else is writing",
                            "process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> Gradebook.open(Outbox.gradebook(out)))
                    .isInstanceOf(GradebookException.class)
                    .hasMessageContaining("Somebody else");
        }
        assertThat(SmallClass.batch("source", 0, 1).grade(inbox, out).graded()).isOne();
    }

    /** How many verdicts are on disk. */
    private static int verdicts(Path out) {
        if (!Files.exists(Outbox.gradebook(out))) {
            return 0;
        }
        int[] count = new int[1];
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            for (var attempt : book.attempts(SmallClass.STEM, java.util.Optional.empty())) {
                count[0] += book.verdict(attempt).isPresent() ? 1 : 0;
            }
        } catch (GradebookException e) {
            // Its tables are not there yet.
        }
        return count[0];
    }

    private static Process start(Path inbox, Path out) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        inbox.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
    }
}
