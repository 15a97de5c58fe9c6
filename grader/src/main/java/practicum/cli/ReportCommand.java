package practicum.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import practicum.grade.ClassReport;
import practicum.grade.Outbox;
import practicum.source.Project;

/** Writes what an instructor reads of a class. */
@Command(
        name = "report",
        header = "Write what an instructor reads of a class: how it went, and who wrote alike.",
        description =
                "Write OUT/class/NN_name.html (points, questions, the same wrong answers) and"
                        + " OUT/class/NN_name-similarity.html (submissions that share code), and every student's feedback anew.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticum named = new NamedPracticum();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many pairs of similar submissions to list (default: ${DEFAULT-VALUE}).")
    private int pairs = 50;

    @Override
    public Integer call() {
        var project = Project.find();
        var practicum = project.practicum(named.stem(project));
        PrintWriter print = spec.commandLine().getOut();
        try (var book = results.open()) {
            book.max(practicum.stem());
            var out = results.path();
            Outbox.in(out).writeAll(book, practicum.stem());
            var report = new ClassReport(book, practicum, out);
            var page = out.resolve("class").resolve(practicum.stem() + ".html");
            Outbox.write(page, report.page());
            print.println("Wrote " + page + ".");
            var similarity = out.resolve("class").resolve(practicum.stem() + "-similarity.html");
            Outbox.write(similarity, report.similarity(pairs));
            print.println("Wrote " + similarity + ".");
        }
        return 0;
    }
}
