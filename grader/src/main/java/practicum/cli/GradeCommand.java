package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.build.Rehearsal;
import practicum.check.AnswerKey;
import practicum.check.Grading;
import practicum.check.KeyCache;
import practicum.check.Status;
import practicum.grade.Batch;
import practicum.grade.Confinement;
import practicum.grade.Lateness;
import practicum.jupyter.NativeLibraries;
import practicum.report.Graded;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.source.Practicum;
import practicum.source.Project;

/** Grades a folder of submissions. */
@Command(
        name = "grade",
        header = "Grade a folder of submissions.",
        description = {
            "Grade DIR/STUDENT/NN_name.ipynb of every student, each in a sandboxed process of its own, by comparing what"
                    + " its checks hand over with what they hand over in the solution.",
            "Writes OUT/grades.csv, OUT/results/STUDENT/NN_name.json and OUT/feedback/STUDENT/NN_name.html."
        },
        footer = {
            "",
            "Example: ./practicum grade 09 --submissions inbox --out graded",
            "Exits with 0 when every submission has a verdict, 1 when the grader failed on one, 2 on wrong use."
        })
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NN", description = "The practicum, by number or stem.")
    private String name = "";

    @Option(names = "--submissions", paramLabel = "DIR", required = true, description = "One folder per student.")
    private Path submissions = Path.of("");

    @Option(names = "--out", paramLabel = "OUT", required = true, description = "Where the results go.")
    private Path out = Path.of("");

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many to grade at a time; half of the processors where it is not given.")
    private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}).")
    private long timeout = 60;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            description = "When they were due, as in 2026-11-20T23:59: a file that was changed later is marked late.")
    private @Nullable LocalDateTime due;

    @Option(names = "--late", paramLabel = "STUDENT", description = "A student to mark late; may be given again.")
    private List<String> late = List.of();

    @Option(names = "--unsafe", description = "Grade even where this machine cannot protect itself; results say so.")
    private boolean unsafe;

    @Override
    public Integer call() {
        var project = Project.find();
        checkOptions();
        var stem = project.stem(name);
        Batch.requireFolders(stem, submissions, out);
        var practicum = project.practicum(stem);
        new NativeLibraries(project).unpack();
        var confinement = Confinement.probe(project.nativeDir(), List.of(project.solutions()));
        confinement.require(unsafe);
        var limits = Limits.standard().withCell(Duration.ofSeconds(timeout));
        var processes = confinement.processes(Kernel.of(project.kernelClassPath(), project.nativeDir()), limits);
        var key = new KeyCache(project.root().resolve(".practicum/cache"), project.kernelClassPath())
                .get(practicum, () -> key(practicum, processes));
        var grading = Grading.of(practicum, key, processes);
        var graded = new Batch(practicum, grading, new Lateness(due, late), confinement.flag(), jobs)
                .grade(submissions, out);
        summarise(practicum, graded);
        return graded.stream().anyMatch(each -> each.result().status() == Status.GRADER_ERROR) ? 1 : 0;
    }

    private static AnswerKey key(
            Practicum practicum, java.util.function.Supplier<practicum.runner.CellRunner> processes) {
        return AnswerKey.of(Rehearsal.of(practicum, folder -> processes.get(), Path.of("")));
    }

    private void checkOptions() {
        if (jobs < 1) {
            throw wrong("--jobs " + jobs + ": at least 1 has to be graded at a time.");
        } else if (timeout < 1) {
            throw wrong("--timeout " + timeout + ": a cell needs at least 1 second.");
        }
    }

    private void summarise(Practicum practicum, List<Graded> graded) {
        Map<Status, Long> counts = graded.stream()
                .collect(Collectors.groupingBy(each -> each.result().status(), TreeMap::new, Collectors.counting()));
        double mean = graded.stream()
                .mapToDouble(each -> each.result().score())
                .average()
                .orElse(0);
        String statuses = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                java.util.Locale.ROOT,
                "Graded %d of %s: %s. Mean score %.2f of %.2f. See %s.%n",
                graded.size(),
                practicum.stem(),
                statuses,
                mean,
                practicum.points(),
                out.resolve("grades.csv"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
