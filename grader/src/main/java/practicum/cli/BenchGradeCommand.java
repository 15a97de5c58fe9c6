package practicum.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.check.Grading;
import practicum.grade.Overhead;
import practicum.source.Project;

/** What grading costs beside a submission's own cells. */
@Command(
        name = "grade",
        header = "Measure what grading costs beside the cells themselves.",
        description =
                "Grade solved and blank notebooks in turn, one at a time, and show where the wall time goes: process"
                        + " start, the first cell of a process, comparing, process end. The aim is 1.5 s a submission on a quiet"
                        + " machine.")
final class BenchGradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NN", description = "The practicum; the first one where none is named.")
    private @Nullable String name;

    @Option(
            names = {"-n", "--submissions"},
            paramLabel = "N",
            defaultValue = "40",
            description = "How many to grade (default: ${DEFAULT-VALUE}).")
    private int count = 40;

    @Option(names = "--unsafe", description = "Measure even where this machine cannot protect itself.")
    private boolean unsafe;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--submissions " + count + ": at least 1.");
        }
        var project = Project.find();
        String stem = name == null ? project.stems().get(0) : project.stem(name);
        long start = System.nanoTime();
        var chain = GradingChain.of(project, stem, Duration.ofSeconds(60), false, unsafe);
        double prepared = (System.nanoTime() - start) / 1e9;
        var overhead = Overhead.of(
                chain.practicum(),
                (student, each) ->
                        Grading.of(chain.practicum(), chain.keys(), each).of(student),
                chain.processes(),
                count);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s, %d submissions, %s. Once for all: %.1f s (sandbox tried, answer key read or computed).%n%n",
                stem,
                count,
                chain.place(),
                prepared);
        out.print(overhead.table());
        out.flush();
        return 0;
    }
}
