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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Received;
import practicum.gradebook.Student;
import practicum.gradebook.Verdict;

/** A term's life of one small class: handing in, again, exported. */
class ClassTest extends ClassFixture {
    /** With a thousand it is the same, and takes four times as long. */
    private static final int MANY = 250;

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
    void aNotebookThatIsTakenAwayStaysGraded() throws IOException {
        grade("one");
        Files.delete(inbox.resolve("ada").resolve(STEM + ".ipynb"));
        assertThat(grade("one").graded()).isZero();
        try (var book = open()) {
            assertThat(standing(book, "ada").total()).isEqualTo(10);
        }
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
