package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.check.Status;
import practicum.grade.Arrivals;
import practicum.grade.Batch;
import practicum.grade.Lateness;
import practicum.grade.MachineLoad;
import practicum.source.Practicum;
import practicum.source.Project;

/** Grades a folder of submissions. */
@Command(
        name = "grade",
        header = "Grade a folder of submissions.",
        description = {
            "Grade DIR/STUDENT/NN_name.ipynb of every student, each in a sandboxed process of its own, by comparing what"
                    + " its checks hand over with what they hand over in the solution.",
            "Writes OUT/gradebook.db and, made from it, OUT/grades.csv, OUT/results/STUDENT/NN_name.json,"
                    + " OUT/feedback/STUDENT/NN_name.html and OUT/receipts/STUDENT/NN_name.json. What was graded before"
                    + " from the same inputs is not graded again; what was interrupted goes on."
        },
        footer = {
            "",
            "Example: ./practicum grade 09 --submissions inbox --out graded",
            "Exits with 0 when every submission has a verdict, 1 when the grader failed on one, 2 on wrong use."
        })
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticum named = new NamedPracticum();

    @Option(names = "--submissions", paramLabel = "DIR", required = true, description = "One folder per student.")
    private Path submissions = Path.of("");

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Mixin
    private Jobs jobs = new Jobs();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}).")
    private long timeout = 60;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            description = "When they were due, as in 2026-11-20T23:59: what was handed in later is marked late.")
    private @Nullable LocalDateTime due;

    @Option(
            names = "--received",
            paramLabel = "FILE.csv",
            description =
                    "When students handed in: the columns id and time. Without it the platform's times count, where"
                            + " there are any (nbgrader, Gradescope), and only then the files' own dates.")
    private @Nullable Path received;

    @Option(names = "--late", paramLabel = "STUDENT", description = "A student to mark late; may be given again.")
    private List<String> late = List.of();

    @Option(
            names = "--twice",
            description =
                    "Run every submission twice: what does not end alike is remarked as flaky, and the lower score"
                            + " counts. Takes twice the time.")
    private boolean twice;

    @Option(names = "--unsafe", description = "Grade even where this machine cannot protect itself; results say so.")
    private boolean unsafe;

    @Override
    public Integer call() {
        var project = Project.find();
        checkOptions();
        var stem = named.stem(project);
        var out = results.path();
        Batch.requireFolders(stem, submissions, out);
        var arrivals = received == null ? Arrivals.none() : Arrivals.read(received);
        var chain = GradingChain.of(project, stem, Duration.ofSeconds(timeout), twice, unsafe);
        var summary = chain.batch(new Lateness(due, late, arrivals), jobs.number(chain.limits()))
                .grade(submissions, out);
        summarise(chain.practicum(), summary);
        return summary.statuses().containsKey(Status.GRADER_ERROR) ? 1 : 0;
    }

    private void checkOptions() {
        jobs.check();
        if (timeout < 1) {
            throw wrong("--timeout " + timeout + ": a cell needs at least 1 second.");
        }
    }

    private void summarise(Practicum practicum, Batch.Summary summary) {
        String statuses = summary.statuses().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int kept = summary.students() - summary.graded();
        print().printf(
                        java.util.Locale.ROOT,
                        "Graded %d of %s%s: %s. Mean score %.2f of %.2f. See %s.%n",
                        summary.graded(),
                        practicum.stem(),
                        kept > 0 ? " (" + kept + " had nothing new)" : "",
                        statuses,
                        summary.mean(),
                        practicum.points(),
                        results.path().resolve("grades.csv"));
        if (summary.statuses().containsKey(Status.TIMEOUT)) {
            MachineLoad.words()
                    .ifPresent(busy -> print().println(busy + ". Grade those who ran out of time once more when it is"
                            + " not: ./practicum regrade --all, or give them more with --timeout."));
        }
        if (!summary.strangers().isEmpty()) {
            print().printf(
                            "%s: %d of its ids belong to nobody who handed in or is on the roster, first %s.%n",
                            received,
                            summary.strangers().size(),
                            summary.strangers().get(0));
        }
        if (summary.byFileDates() > 0) {
            print().printf(
                            "When %d of them were handed in, only the files' own dates say, which copying and downloading"
                                    + " change and students can set; by these, %d are late. Name better times with"
                                    + " --received.%n",
                            summary.byFileDates(), summary.lateByFileDates());
        }
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
