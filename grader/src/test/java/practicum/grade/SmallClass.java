package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import practicum.check.AnswerKey;
import practicum.check.Grading;
import practicum.check.PretendKernel;
import practicum.check.SmallPracticum;
import practicum.check.Submissions;
import practicum.nbformat.NotebookWriter;
import practicum.runner.CellRunner;
import practicum.source.Practicum;

/** A class that hands in {@link SmallPracticum}, graded without a JVM for each. */
final class SmallClass {
    static final Practicum PRACTICUM = SmallPracticum.get();
    static final String STEM = PRACTICUM.stem();
    static final String TIMES = "int plus(int a, int b) { return a * b; }";

    private SmallClass() {}

    /** A notebook with these two exercises and this answer in words. */
    static String notebook(String plus, String scores, String why) {
        var blank = Submissions.blank(PRACTICUM).with("plus", plus).with("scores", scores);
        return NotebookWriter.write((why.isEmpty() ? blank : blank.with("why", why)).notebook());
    }

    static Path submit(Path inbox, String student, String notebook) throws IOException {
        return Files.writeString(Files.createDirectories(inbox.resolve(student)).resolve(STEM + ".ipynb"), notebook);
    }

    /** Inputs that differ only in the source's digest. */
    static Inputs inputs(String source) {
        return new Inputs(source, "key", "library", "models", "jars", "grader", "60 s a cell, confined");
    }

    static Grader grader(AnswerKey key, Supplier<CellRunner> processes) {
        return new Grader(
                PRACTICUM,
                (student, each) -> Grading.of(PRACTICUM, key, each),
                processes,
                Optional.empty(),
                Optional.empty());
    }

    static Batch batch(String source, long millis, int jobs) {
        return new Batch(
                grader(PretendKernel.key(), () -> new PretendKernel(millis)),
                inputs(source),
                "confined",
                Lateness.unsaid(),
                jobs);
    }
}
