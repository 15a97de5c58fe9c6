package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import practicum.grade.Marking;
import practicum.grade.Outbox;
import practicum.report.MarkingPage;
import practicum.source.Project;

/** Has a person grade answers in words. */
@Command(
        name = "mark",
        header = "Have a person grade answers in words: a page out, a file of marks in.",
        description = {
            "--page writes one HTML file with all answers that nobody has read, without names, to be marked by keyboard"
                    + " in any browser; it needs no network and no server, and saves a file of marks.",
            "--marks takes such a file over. Marks count with the score, and stay when the code is graded again."
        },
        footer = {"", "Example: ./practicum mark 09 --out graded --page marking.html"})
final class MarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticum named = new NamedPracticum();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @ArgGroup(multiplicity = "1")
    private Way way = new Way();

    @Option(names = "--all", description = "With --page: also answers that have a mark.")
    private boolean all;

    @Option(names = "--grader", paramLabel = "NAME", description = "With --marks: who read them; you, if not given.")
    private String grader = System.getProperty("user.name");

    /** Out or in. */
    private static final class Way {
        @Option(names = "--page", paramLabel = "FILE.html", description = "Write the page.")
        private @Nullable Path page;

        @Option(names = "--marks", paramLabel = "FILE.json", description = "Take marks over.")
        private @Nullable Path marks;
    }

    @Override
    public Integer call() {
        var stem = named.stem(Project.find());
        if (way.marks != null) {
            return take(stem, way.marks);
        }
        try (var book = results.read()) {
            book.max(stem);
            var items = new Marking(book, stem).items(all);
            if (way.page == null || items.isEmpty()) {
                print().println("Every answer has been read. Add --all to read them again.");
                return 0;
            }
            Outbox.write(way.page, MarkingPage.of(stem, book.title(stem), items));
            print().println("Wrote " + way.page + " with " + items.size() + " answers. Open it in a browser, and bring"
                    + " back what it saves with --marks.");
            return 0;
        }
    }

    private int take(String stem, Path marks) {
        try (var book = results.open()) {
            book.max(stem);
            var report = new Marking(book, stem).take(marks, grader);
            Outbox.in(results.path()).writeAll(book, stem);
            print().println("Took over " + report.marked() + " marks.");
            if (!report.changed().isEmpty()) {
                print().println("Changed since they were read, and to be read again: "
                        + String.join(", ", report.changed()) + ".");
            }
            return 0;
        }
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }
}
