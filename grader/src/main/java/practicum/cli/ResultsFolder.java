package practicum.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import practicum.grade.Outbox;
import practicum.gradebook.Gradebook;

/** The folder that grading writes to. */
final class ResultsFolder {
    @Option(names = "--out", paramLabel = "OUT", required = true, description = "The folder of results.")
    private Path path = Path.of("");

    Path path() {
        return path;
    }

    /** Its gradebook, to write. */
    Gradebook open() {
        return Gradebook.open(Outbox.gradebook(path));
    }

    /** Its gradebook, to read. */
    Gradebook read() {
        return Gradebook.read(Outbox.gradebook(path));
    }
}
