package practicum.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.grade.SmallClass.STEM;
import static practicum.grade.SmallClass.notebook;
import static practicum.grade.SmallClass.submit;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.check.AnswerKey;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.gradebook.Comment;
import practicum.gradebook.Gradebook;
import practicum.gradebook.LatePolicy;
import practicum.gradebook.Received;
import practicum.gradebook.Student;
import practicum.gradebook.Verdict;
import practicum.report.Graded;
import practicum.report.MarkingPage;

/** A term's life of one small class: handing in, again, late, marked, regraded, replayed. */
final class ClassTest {
    /** With a thousand it is the same, and takes four times as long. */
    private static final int MANY = 250;

    private static final Instant DUE = Instant.parse("2026-11-20T22:59:00Z");

    @TempDir
    Path folder;

    private Path inbox;
    private Path out;

    @BeforeEach
    void handIn() throws IOException {
        inbox = folder.resolve("inbox");
        out = folder.resolve("out");
        submit(inbox, "ada", notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, "Because 2 + 2 is 2 · 2."));
        submit(inbox, "bob", notebook(SmallClass.TIMES, SmallPracticum.SCORES, ""));
        submit(inbox, "eve", notebook(SmallClass.TIMES, SmallPracticum.SCORES + "\n", "I do not know."));
    }

    private Batch.Summary grade(String source) {
        return SmallClass.batch(source, 0, 2).grade(inbox, out);
    }

    private Gradebook open() {
        return Gradebook.open(Outbox.gradebook(out));
    }

    private static Graded standing(Gradebook book, String student) {
        return new Standings(book, STEM).of(Student.of(student)).orElseThrow().graded();
    }

    @Test
    void gradingAgainGradesOnlyWhatChanged() throws IOException {
        assertThat(grade("one").graded()).isEqualTo(3);
        assertThat(grade("one").graded()).isZero();
        submit(inbox, "bob", notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, ""));
        assertThat(grade("one").graded()).isEqualTo(1);
        submit(inbox, "new", notebook(SmallPracticum.PLUS, "", ""));
        assertThat(grade("one").graded()).isEqualTo(1);
        assertThat(grade("two").graded()).as("with another source").isEqualTo(4);
        try (var book = open()) {
            assertThat(book.attempts(STEM, Optional.of("bob"))).hasSize(2);
            assertThat(standing(book, "bob").attempt()).isEqualTo(2);
            assertThat(standing(book, "bob").total()).isEqualTo(10);
            var why = new ArrayList<String>();
            book.history().each(entry -> why.add(entry.student() + ": " + entry.detail()));
            assertThat(why).contains("ada: first time", "ada: changed: the practicum's source");
        }
    }

    @Test
    void aGraderThatFailedIsAskedAgain() {
        var broken = new Batch(
                SmallClass.grader(PretendKernel.key(), () -> {
                    throw new IllegalStateException("no disk");
                }),
                SmallClass.inputs("one"),
                "confined",
                Lateness.unsaid(),
                1);
        assertThat(broken.grade(inbox, out).statuses()).containsOnlyKeys(practicum.check.Status.GRADER_ERROR);
        assertThat(grade("one").graded()).isEqualTo(3);
    }

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
    void theTableOfAllHoldsEveryPracticumOfTheGradebook() throws IOException {
        grade("one");
        try (var book = open()) {
            String other = "04_other";
            book.know(other, "Another", 12);
            var ada = book.attempts(STEM, Optional.of("ada")).get(0);
            var attempt = book.attempt("ada", other, ada.submission(), Received.byFile(DUE));
            var verdict = book.verdict(ada).orElseThrow();
            book.record(
                    new Verdict(
                            attempt,
                            verdict.inputs(),
                            verdict.graded(),
                            verdict.score(),
                            verdict.status(),
                            verdict.result().replace(STEM, other),
                            verdict.receipt()),
                    "first time");
        }
        grade("one");
        assertThat(Files.readString(out.resolve("grades.csv")).lines().skip(1))
                .extracting(row -> row.split(",")[0] + " " + row.split(",")[1])
                .containsExactly("ada " + STEM, "bob " + STEM, "eve " + STEM, "ada 04_other");
        assertThat(out.resolve("feedback/ada/04_other.html")).doesNotExist();
    }

    @Test
    void whomAPlatformNamesTheRosterNamesUnlessTheyAreGradedAlready() throws IOException {
        Path canvas = Files.createDirectories(folder.resolve("canvas"));
        String text = Files.readString(inbox.resolve("ada").resolve(STEM + ".ipynb"));
        Files.writeString(canvas.resolve("lovelaceada_1815_77_" + STEM + ".ipynb"), text);
        Files.writeString(canvas.resolve("turingalan_1912_78_" + STEM + ".ipynb"), text);
        Files.writeString(canvas.resolve("noetheremmy_7_79_" + STEM + ".ipynb"), text);
        try (var book = open()) {
            book.roster().enrol(new Student("ada", "Ada Lovelace", "", "1815"));
            book.roster().enrol(new Student("emmy", "Emmy Noether", "", "7"));
            book.roster().enrol(new Student("imposter", "Emmy Noether", "", "7"));
        }
        var batch = SmallClass.batch("one", 0, 1);
        batch.grade(canvas, out);
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
            assertThat(standing(book, "turingalan_1912").total()).isEqualTo(10);
            assertThat(standing(book, "noetheremmy_7").total())
                    .as("two have her number")
                    .isEqualTo(10);
            book.roster().enrol(new Student("alan", "Alan Turing", "", "1912"));
        }
        batch.grade(canvas, out);
        try (var book = open()) {
            assertThat(new Standings(book, STEM).of(Student.of("alan"))).isEmpty();
        }
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
    void whatCannotBeWrittenForOneIsToldAndStopsNobodyElse() throws IOException {
        Path inTheWay = Files.createDirectories(out.resolve("feedback/bob/" + STEM + ".html/folder"));
        assertThatThrownBy(() -> grade("one"))
                .isInstanceOf(GradeException.class)
                .hasMessageContaining("bob, ")
                .hasMessageContaining("Cannot write")
                .hasMessageContaining("run it again");
        try (var book = open()) {
            assertThat(List.of("ada", "bob", "eve"))
                    .allSatisfy(student ->
                            assertThat(standing(book, student).earned()).isPositive());
        }
        assertThat(out.resolve("feedback/eve/" + STEM + ".html")).exists();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(grade("one").graded()).isZero();
        assertThat(Files.readString(out.resolve("grades.csv")).lines()).hasSize(4);
    }

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
    void aNotebookThatIsTakenAwayStaysGraded() throws IOException {
        grade("one");
        Files.delete(inbox.resolve("ada").resolve(STEM + ".ipynb"));
        assertThat(grade("one").graded()).isZero();
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
        }
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

    private void hand(String student, Instant time) throws IOException {
        Files.setLastModifiedTime(inbox.resolve(student).resolve(STEM + ".ipynb"), FileTime.from(time));
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

    @Test
    void marksComeBackFromThePageCountAndSurviveARegradeButNotAnotherAnswer() throws IOException {
        grade("one");
        Path marks = folder.resolve("marks.json");
        try (var book = open()) {
            var marking = new Marking(book, STEM);
            var items = marking.items(false);
            assertThat(items).hasSize(2).allSatisfy(item -> assertThat(item.who())
                    .matches("[0-9a-f]{10}"));
            String page = MarkingPage.of(STEM, "Two functions", items);
            assertThat(page).doesNotContainPattern("\\b(ada|bob|eve)\\b").contains("2 + 2 is 2 · 2");
            var ada = items.stream()
                    .filter(item -> item.text().contains("Because"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(marks, sheet(ada, "1.5"));
            assertThat(marking.take(marks, "tutor").marked()).isOne();
            assertThat(standing(book, "ada").total()).isEqualTo(11.5);
            assertThat(standing(book, "ada").isFinal()).isTrue();
            assertThat(standing(book, "bob").isFinal()).as("wrote nothing").isTrue();
            assertThat(standing(book, "eve").isFinal()).isFalse();
            assertThat(marking.items(false)).hasSize(1);
        }
        grade("two");
        assertThat(Files.readString(out.resolve("feedback/ada/" + STEM + ".html")))
                .contains("1.5 of 2", "Well put.", "names a pair");
        submit(inbox, "ada", notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, "Something else."));
        grade("two");
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
            var report = new Marking(book, STEM).take(marks, "tutor");
            assertThat(report.marked()).isZero();
            assertThat(report.changed()).hasSize(1);
        }
    }

    private static String sheet(MarkingPage.Item item, String points) {
        return """
                {"format": "practicum-marks-1", "practicum": "%s", "marks": [{"who": "%s", "question": "%s",
                 "answer": "%s", "points": %s, "met": [0], "comment": "Well put."}]}
                """
                .formatted(STEM, item.who(), item.question(), item.digest(), points);
    }

    @Test
    void aSheetOfMarksThatCannotBeIsRefusedWhole() throws IOException {
        grade("one");
        try (var book = open()) {
            var marking = new Marking(book, STEM);
            var item = marking.items(false).get(0);
            for (var wrong : Map.of(
                            sheet(item, "2.5"),
                            "2.5 of 2.0 points",
                            sheet(item, "-1"),
                            "-1.0 of",
                            sheet(item, "null"),
                            "null of",
                            sheet(item, "1").replace("[0]", "[7]"),
                            "a sentence 7",
                            sheet(item, "1").replace(item.who(), "0000000000"),
                            "nobody here is",
                            sheet(item, "1").replace("marks-1", "marks-9"),
                            "no file that the marking page saves",
                            sheet(item, "1").replace(STEM, "09_other"),
                            "of 09_other",
                            "[1, 2",
                            "no JSON")
                    .entrySet()) {
                Path file = Files.writeString(folder.resolve("wrong.json"), wrong.getKey());
                assertThatThrownBy(() -> marking.take(file, "tutor"))
                        .isInstanceOf(GradeException.class)
                        .hasMessageContaining(wrong.getValue());
            }
            assertThat(book.marks().of("ada", STEM)).isEmpty();
        }
    }

    @Test
    void theSameWrongAnswerIsFoundAndOneCommentReachesAllWhoGaveIt() throws IOException {
        grade("one");
        try (var book = open()) {
            String page = new ClassReport(book, SmallClass.PRACTICUM, out).page();
            assertThat(page).contains("plus.small", "2 students", "bob, eve").doesNotContain("<script");
            String name = page.replaceFirst("(?s).*<code>(plus\\.small=[0-9a-f]+)</code>.*", "$1");
            book.comments()
                    .add(STEM, new Comment("", "plus.small", name.replaceFirst(".*=", ""), "Read + again.", "me"));
            assertThat(standing(book, "bob").comments()).hasSize(1);
            assertThat(standing(book, "ada").comments()).isEmpty();
        }
        grade("one");
        try (var book = open()) {
            Outbox.in(out).writeAll(book, STEM);
        }
        assertThat(Files.readString(out.resolve("feedback/eve/" + STEM + ".html")))
                .contains("Read + again.");
        assertThat(Files.readString(out.resolve("feedback/ada/" + STEM + ".html")))
                .doesNotContain("Read + again.");
    }

    @Test
    void aReplayNamesTheChecksThatDiffer() throws IOException {
        grade("one");
        Path file = out.resolve("receipts/ada/" + STEM + ".json");
        var receipt = Receipt.read(file);
        var answers = new java.util.HashMap<>(PretendKernel.key().expected());
        answers.put("scores.row", new practicum.answer.Value.Num(80));
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

    /** Every cell of it runs out of time. */
    private static final class LateKernel implements practicum.runner.CellRunner {
        @Override
        public practicum.runner.CellOutcome run(String code) {
            return new practicum.runner.CellOutcome(
                    practicum.runner.CellOutcome.Status.TIMEOUT, List.of(), java.time.Duration.ZERO, "too long");
        }

        @Override
        public java.time.Duration processorTime() {
            return java.time.Duration.ZERO;
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public void close() {}
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

    @Test
    void exportsHoldWhatCountsAndNoNameIsAFormula() throws IOException {
        grade("one");
        try (var book = open()) {
            book.roster().enrol(new Student("ada", "Lovelace, \"Ada\" 🙂", "ada@x.org", "17"));
            book.roster().enrol(new Student("bob", "=HYPERLINK(\"http://x\")", "", ""));
            book.roster().enrol(new Student("eve", "\u202Eحواء", "", ""));
            book.roster().enrol(new Student("zoe", "Zoë Nobody", "", ""));
        }
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            var export = ClassExport.of(book, List.of("3"));
            assertThat(export.canvas().split("\r\n"))
                    .containsExactly(
                            "Student,ID,SIS User ID,SIS Login ID,Section,03_two_functions Two functions",
                            "\"    Points Possible\",,,,,12",
                            "\"Lovelace, \"\"Ada\"\" 🙂\",17,,ada,,10",
                            "\"'=HYPERLINK(\"\"http://x\"\")\",,,bob,,6",
                            "\u202Eحواء,,,eve,,6",
                            "\"Nobody, Zoë\",,,zoe,,");
            assertThat(List.of(export.nbgrader().split("\r\n")))
                    .hasSize(5)
                    .startsWith("assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
                            + "late_submission_penalty,score,max_score")
                    .last()
                    .isEqualTo("03_two_functions,,,zoe,Nobody,Zoë,,0.0,0.0,0.0,12.0");
            assertThat(export.moodle()).contains("ada,17,ada@x.org,10,");
            assertThat(export.table()).contains("student,name,email,03_two_functions (of 12)");
            assertThat(export.gradescope(folder.resolve("scope"))).isEqualTo(3);
        }
        var json = JsonParser.parseString(Files.readString(folder.resolve("scope/bob/results.json")))
                .getAsJsonObject();
        assertThat(json.get("score").getAsDouble()).isEqualTo(6);
        assertThat(json.getAsJsonArray("tests")).hasSize(6).allSatisfy(test -> assertThat(
                        test.toString().contains("\"visibility\":\"after_due_date\""))
                .isEqualTo(test.toString().contains("hidden check")));
        assertThat(json.toString()).contains("plus: hidden check 1").doesNotContain("plus.negative", "987656");
    }

    @Test
    void memoryIsFlatHoweverManyHandIn() throws IOException {
        for (int i = 0; i < MANY; i++) {
            submit(inbox, "s%04d".formatted(i), notebook(SmallPracticum.PLUS, "// " + i, "x".repeat(20_000)));
        }
        var used = new ArrayList<Long>();
        var grader = SmallClass.grader(PretendKernel.key(), () -> {
            used.add(0L);
            if (used.size() == 100 || used.size() == MANY) {
                System.gc();
                used.set(
                        used.size() - 1,
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
            }
            return new PretendKernel(0);
        });
        var batch = new Batch(grader, SmallClass.inputs("one"), "confined", Lateness.unsaid(), 1);
        assertThat(batch.grade(inbox, out).graded()).isEqualTo(MANY + 3);
        assertThat(used.get(MANY - 1) - used.get(99)).isLessThan(2 << 20);
    }
}
