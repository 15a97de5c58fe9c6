package practicum.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GradebookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private Gradebook open() {
        var book = Gradebook.open(folder.resolve("gradebook.db"));
        book.know("03_x", "Three", 12);
        return book;
    }

    private static Verdict verdict(Attempt attempt, double score) {
        return new Verdict(attempt, "inputs " + score, NOW, score, "OK", "{}", "{}");
    }

    @Test
    void theSameContentIsTheSameAttempt() {
        try (var book = open()) {
            var one = book.attempt("ada", "03_x", "aaa", Received.byFile(NOW));
            assertThat(book.attempt("ada", "03_x", "aaa", Received.byFile(NOW.plusSeconds(99))))
                    .isEqualTo(one);
            assertThat(book.attempt("ada", "03_x", "bbb", Received.byFile(NOW)).number())
                    .isEqualTo(2);
            assertThat(book.attempt("bob", "03_x", "aaa", Received.byFile(NOW)).number())
                    .isEqualTo(1);
            assertThat(book.attempts("03_x", Optional.of("ada"))).hasSize(2);
        }
    }

    @Test
    void whoHandsAnEarlierContentInAgainHasThatAsTheLastAttempt() {
        try (var book = open()) {
            assertThat(number(book, "aaa", 0)).isEqualTo(1);
            assertThat(number(book, "bbb", 60)).isEqualTo(2);
            assertThat(number(book, "aaa", 0)).as("an old folder, read again").isEqualTo(1);
            assertThat(number(book, "aaa", 120)).as("handed in again").isEqualTo(3);
            for (int repeated = 0; repeated < 2; repeated++) {
                assertThat(number(book, "bbb", 60)).isEqualTo(2);
                assertThat(number(book, "aaa", 120)).isEqualTo(3);
                assertThat(number(book, "aaa", 0)).isEqualTo(3);
            }
            assertThat(number(book, "bbb", 180)).isEqualTo(4);
            assertThat(number(book, "ccc", 90))
                    .as("whatever its date, it came last")
                    .isEqualTo(5);
            assertThat(book.attempts("03_x", Optional.of("ada")))
                    .extracting(Attempt::submission)
                    .containsExactly("aaa", "bbb", "ccc");
            assertThat(book.attempt("ada", "03_x", "aaa", Received.byFile(NOW)).submitted())
                    .as("it was there in time")
                    .isEqualTo(NOW);
        }
    }

    private static int number(Gradebook book, String submission, int seconds) {
        return book.attempt("ada", "03_x", submission, Received.byFile(NOW.plusSeconds(seconds)))
                .number();
    }

    @Test
    void whoIsRatherToBelieveSaysWhenSomethingWasHandedIn() {
        try (var book = open()) {
            assertThat(received(book, NOW, Received.Witness.FILE)).isEqualTo(Received.byFile(NOW));
            var platform = new Received(NOW.minusSeconds(60), Received.Witness.PLATFORM);
            assertThat(received(book, platform.time(), platform.witness())).isEqualTo(platform);
            assertThat(received(book, NOW.plusSeconds(1), Received.Witness.FILE))
                    .isEqualTo(platform);
            assertThat(received(book, NOW.plusSeconds(9), Received.Witness.PLATFORM))
                    .as("the same content, handed in once more")
                    .isEqualTo(platform);
            received(book, NOW.plusSeconds(5), Received.Witness.INSTRUCTOR);
            var corrected = new Received(NOW.plusSeconds(7), Received.Witness.INSTRUCTOR);
            assertThat(received(book, corrected.time(), corrected.witness())).isEqualTo(corrected);
            assertThat(received(book, NOW, Received.Witness.PLATFORM)).isEqualTo(corrected);
            assertThat(book.attempts("03_x", Optional.empty())).hasSize(1);
        }
    }

    private static Received received(Gradebook book, Instant time, Received.Witness witness) {
        return book.attempt("ada", "03_x", "aaa", new Received(time, witness)).received();
    }

    @Test
    void aGradebookOfTheFirstVersionIsBroughtUpToDate() throws Exception {
        try (var book = open()) {
            book.record(verdict(book.attempt("ada", "03_x", "aaa", Received.byFile(NOW)), 3), "first time");
        }
        Path file = folder.resolve("gradebook.db");
        try (var sqlite = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = sqlite.createStatement()) {
            statement.execute("ALTER TABLE attempt DROP COLUMN witness");
            statement.execute("PRAGMA user_version = 1");
        }
        try (var book = Gradebook.read(file)) {
            var attempt = book.attempts("03_x", Optional.empty()).get(0);
            assertThat(attempt.received()).isEqualTo(Received.byFile(NOW));
            assertThat(book.verdict(attempt)).get().extracting(Verdict::score).isEqualTo(3.0);
        }
    }

    @Test
    void aNewVerdictTakesTheOldOnesPlaceAndTheHistorySaysWhy() {
        try (var book = open()) {
            var attempt = book.attempt("ada", "03_x", "aaa", Received.byFile(NOW));
            assertThat(book.verdict(attempt)).isEmpty();
            book.record(verdict(attempt, 3), "first time");
            book.record(verdict(attempt, 5), "changed: the library");
        }
        try (var book = Gradebook.read(folder.resolve("gradebook.db"))) {
            var attempt = book.attempts("03_x", Optional.empty()).get(0);
            assertThat(book.verdict(attempt)).get().extracting(Verdict::score).isEqualTo(5.0);
            var entries = new ArrayList<String>();
            book.history().each(entry -> entries.add(entry.action() + " " + entry.student() + ": " + entry.detail()));
            assertThat(entries).containsExactly("graded ada: first time", "graded ada: changed: the library");
        }
    }

    @Test
    void whatIsNoAttemptOfAKnownStudentCannotBeGraded() {
        try (var book = open()) {
            var stranger = new Attempt(77, "x", "03_x", 1, "s", Received.byFile(NOW));
            assertThatThrownBy(() -> book.record(verdict(stranger, 1), ""))
                    .isInstanceOf(GradebookException.class)
                    .hasMessageContaining("FOREIGN KEY");
            var all = new ArrayList<HistoryEntry>();
            book.history().each(all::add);
            assertThat(all).as("the transaction left nothing").isEmpty();
        }
    }

    @Test
    void namesThatTryToBeSqlAreNames() {
        String name = "Robert'); DROP TABLE student;--";
        try (var book = open()) {
            book.roster().know(name);
            book.roster().enrol(new Student("ada", "Ada, \"=x\" 🙂", "", ""));
            assertThat(book.roster().all()).extracting(Student::id).containsExactly(name, "ada");
        }
    }

    @Test
    void aSecondWriterIsTurnedAwayUntilTheFirstIsDoneAndReadersAreNot() {
        var file = folder.resolve("gradebook.db");
        try (var book = open()) {
            assertThatThrownBy(() -> Gradebook.open(file))
                    .isInstanceOf(GradebookException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            try (var reader = Gradebook.read(file)) {
                assertThat(reader.title("03_x")).isEqualTo(book.title("03_x"));
                assertThatThrownBy(() -> reader.roster().know("eve")).isInstanceOf(GradebookException.class);
            }
        }
        open().close();
    }

    @Test
    void whatIsNoGradebookIsRefusedInWords() throws Exception {
        var none = folder.resolve("none.db");
        assertThatThrownBy(() -> Gradebook.read(none)).hasMessageContaining("There is no gradebook");
        var text = Files.writeString(
                folder.resolve("text.db"), "This is a text, and quite long enough to be one.".repeat(30));
        assertThatThrownBy(() -> Gradebook.open(text)).hasMessageContaining("is no gradebook");
        try (var book = open()) {
            assertThatThrownBy(() -> book.max("09_y")).hasMessageContaining("it has 03_x");
        }
    }

    @Test
    void marksAreKeptForTheAnswerThatWasRead() {
        try (var book = open()) {
            book.marks().add("ada", "03_x", new Mark("why", "digest", 1.5, List.of(0, 2), "Good.", "me"));
            book.marks().add("ada", "03_x", new Mark("why", "digest", 2, List.of(0, 1, 2), "Better.", "me"));
            book.marks().add("ada", "03_x", new Mark("why", "other", 0, List.of(), "", "me"));
            assertThat(book.marks().of("ada", "03_x"))
                    .containsExactlyInAnyOrder(
                            new Mark("why", "digest", 2, List.of(0, 1, 2), "Better.", "me"),
                            new Mark("why", "other", 0, List.of(), "", "me"));
        }
    }
}
