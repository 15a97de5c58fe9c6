package practicum.grade;

import static practicum.grade.SmallClass.STEM;
import static practicum.grade.SmallClass.notebook;
import static practicum.grade.SmallClass.submit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import practicum.check.SmallPracticum;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Student;
import practicum.report.Graded;

/** Three students of a small class have handed in: ada all right, bob and eve not. */
abstract class ClassFixture {
    static final Instant DUE = Instant.parse("2026-11-20T22:59:00Z");

    @TempDir
    Path folder;

    Path inbox;
    Path out;

    @BeforeEach
    final void handIn() throws IOException {
        inbox = folder.resolve("inbox");
        out = folder.resolve("out");
        submit(inbox, "ada", notebook(SmallPracticum.PLUS, SmallPracticum.SCORES, "Because 2 + 2 is 2 · 2."));
        submit(inbox, "bob", notebook(SmallClass.TIMES, SmallPracticum.SCORES, ""));
        submit(inbox, "eve", notebook(SmallClass.TIMES, SmallPracticum.SCORES + "\n", "I do not know."));
    }

    Batch.Summary grade(String source) {
        return SmallClass.batch(source, 0, 2).grade(inbox, out);
    }

    Gradebook open() {
        return Gradebook.open(Outbox.gradebook(out));
    }

    static Graded standing(Gradebook book, String student) {
        return new Standings(book, STEM).of(Student.of(student)).orElseThrow().graded();
    }
}
