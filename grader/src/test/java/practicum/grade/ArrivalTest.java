package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.grade.SmallClass.STEM;
import static practicum.grade.SmallClass.notebook;
import static practicum.grade.SmallClass.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.check.PretendKernel;
import practicum.gradebook.LatePolicy;

/** When a class hands in, how often, and what that costs. */
class ArrivalTest extends ClassFixture {
    @Test
    void datesOutsideOfEveryCalendarAreDates() throws IOException {
        Path ada = inbox.resolve("ada").resolve(STEM + ".ipynb");
        Path bob = inbox.resolve("bob").resolve(STEM + ".ipynb");
        Files.setLastModifiedTime(ada, FileTime.from(4_000_000_000_000L, java.util.concurrent.TimeUnit.SECONDS));
        Files.setLastModifiedTime(bob, FileTime.from(-4_000_000_000_000L, java.util.concurrent.TimeUnit.SECONDS));
        grade("one");
        try (var book = open()) {
            book.deadlines()
                    .setPolicy(STEM, new LatePolicy(DUE.toEpochMilli(), 0, 1, false, null, LatePolicy.Counts.LAST));
            assertThat(standing(book, "ada").late()).isTrue();
            assertThat(standing(book, "bob").late()).isFalse();
        }
        assertThat(grade("one").byFileDates())
                .as("whose time nobody but the file says")
                .isEqualTo(3);
    }

    @Test
    void whoIsCalledLateOrListedAndIsUnknownIsTold() throws IOException {
        var late = new Batch(
                SmallClass.grader(PretendKernel.key(), () -> new PretendKernel(0)),
                SmallClass.inputs("one"),
                "confined",
                new Lateness(null, List.of("adda"), Arrivals.none()),
                1);
        assertThatThrownBy(() -> late.grade(inbox, out)).hasMessageContaining("--late adda: nobody of this id");
        var listed = new Batch(
                SmallClass.grader(PretendKernel.key(), () -> new PretendKernel(0)),
                SmallClass.inputs("one"),
                "confined",
                new Lateness(null, List.of("ada"), new Arrivals(Map.of("ada@x.org", DUE, "bob", DUE))),
                1);
        assertThat(listed.grade(inbox, out).strangers()).containsExactly("ada@x.org");
    }

    @Test
    void lateDaysCostWhatThePolicySaysAndAnExtensionTakesThemBack() throws IOException {
        hand("ada", DUE.plusSeconds(60));
        hand("bob", DUE.plusSeconds(86_400 + 60));
        hand("eve", DUE.plusSeconds(6 * 86_400));
        grade("one");
        try (var book = open()) {
            var policy = new LatePolicy(DUE.toEpochMilli(), 0, 1, false, 5, LatePolicy.Counts.LAST);
            book.deadlines().setPolicy(STEM, policy);
            assertThat(standing(book, "ada").total()).isEqualTo(9);
            // By hand: nothing for plus, because plus.same waits for plus.small, and all 6 for scores.
            assertThat(standing(book, "bob").earned()).isEqualTo(6);
            assertThat(standing(book, "bob").total()).isEqualTo(4);
            assertThat(standing(book, "eve").total()).isZero();
            assertThat(standing(book, "eve").time().tooLate()).isTrue();
            book.deadlines().extend("eve", STEM, DUE.plusSeconds(7 * 86_400));
            assertThat(standing(book, "eve").total()).isEqualTo(6);
        }
        grade("one");
        assertThat(Files.readString(out.resolve("feedback/ada/" + STEM + ".html")))
                .contains("Handed in a day or less late: 1 of 10 points are lost.");
    }

    @Test
    void theBestOrTheLastAttemptCounts() throws IOException {
        grade("one");
        submit(inbox, "ada", notebook("", "", ""));
        grade("one");
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isZero();
            book.deadlines().setPolicy(STEM, new LatePolicy(null, 0, 0, false, null, LatePolicy.Counts.BEST));
            assertThat(standing(book, "ada").total()).isEqualTo(10);
            assertThat(standing(book, "ada").attempt()).isEqualTo(1);
        }
    }

    @Test
    void aListOfArrivalsIsBelievedBeforeTheFilesOwnDates() throws IOException {
        hand("ada", DUE.plusSeconds(60));
        hand("bob", DUE.plusSeconds(60));
        hand("eve", DUE.minusSeconds(60));
        grade("one");
        try (var book = open()) {
            book.deadlines()
                    .setPolicy(STEM, new LatePolicy(DUE.toEpochMilli(), 0, 1, false, 5, LatePolicy.Counts.LAST));
            assertThat(standing(book, "ada").total()).isEqualTo(9);
        }
        var before = grade("one");
        assertThat(before.byFileDates()).isEqualTo(3);
        assertThat(before.lateByFileDates()).isEqualTo(2);
        Path list = Files.writeString(folder.resolve("received.csv"), "time,id\n" + DUE.minusSeconds(1) + ",ada\n");
        var told = new Lateness(null, List.of(), Arrivals.read(list));
        var batch = new Batch(
                SmallClass.grader(PretendKernel.key(), () -> new PretendKernel(0)),
                SmallClass.inputs("one"),
                "confined",
                told,
                1);
        var after = batch.grade(inbox, out);
        assertThat(after.byFileDates()).isEqualTo(2);
        assertThat(after.lateByFileDates()).as("bob").isOne();
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
            assertThat(standing(book, "bob").time().days()).isOne();
        }
        for (var wrong : Map.of(
                        "id,time\nada,yesterday\n",
                        "\"yesterday\" is no time for ada",
                        "id,time\nada,2026-11-20 23:59\nada,2026-11-20 23:59\n",
                        "names ada twice",
                        "student,when\n",
                        "needs the columns id and time")
                .entrySet()) {
            Path file = Files.writeString(folder.resolve("wrong.csv"), wrong.getKey());
            assertThatThrownBy(() -> Arrivals.read(file))
                    .isInstanceOf(GradeException.class)
                    .hasMessageContaining(wrong.getValue());
        }
    }

    private void hand(String student, Instant time) throws IOException {
        Files.setLastModifiedTime(inbox.resolve(student).resolve(STEM + ".ipynb"), FileTime.from(time));
    }
}
