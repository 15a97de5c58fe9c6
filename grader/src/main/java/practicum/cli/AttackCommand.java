package practicum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.attack.Range;
import practicum.attack.Scorecard;
import practicum.grade.Confinement;
import practicum.jupyter.NativeLibraries;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.source.Project;

/** Attacks the grader on this host. */
@Command(
        name = "attack",
        header = "Attack the grader on this machine, and see what it makes of it.",
        description = {
            "Grade hostile and broken submissions of a small practicum, by the same chain that grades a class, and compare"
                    + " what becomes of each with what must: endless loops, bombs, forged answers, spies, broken files.",
            "It refuses to start where the sandbox does not hold: the submissions are hostile indeed."
        },
        footer = {
            "",
            "Example: ./practicum attack --only 1,13,44",
            "Exits with 0 when everything is withstood, 1 when something is not, 2 on wrong use."
        })
final class AttackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "The course whose library is used and whose solutions are aimed at; this one if not given.")
    private @Nullable Path against;

    @Option(
            names = "--only",
            paramLabel = "ROW",
            split = ",",
            description = "Rows of the catalogue, 1 to 52; all where none is named.")
    private Set<Integer> only = Set.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scorecard as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}); more on a busy machine.")
    private long timeout = 15;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many to carry out at a time; half of the processors where it is not given.")
    private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs " + jobs + ": at least 1 at a time.");
        } else if (timeout < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--timeout " + timeout + ": a cell needs at least 1 second.");
        }
        Project project = against == null ? Project.find() : new Project(against);
        new NativeLibraries(project).unpack();
        Confinement confinement = Confinement.probe(project.nativeDir(), List.of(project.solutions()));
        confinement.require(false);
        Kernel kernel = confinement.quickened(
                Kernel.of(project.kernelClassPath(), project.nativeDir()),
                Limits.standard(),
                project.root().resolve(".practicum/cache"));
        try (Range range =
                Range.open(kernel, confinement, project.root(), project.solutions(), Duration.ofSeconds(timeout))) {
            Scorecard card = Scorecard.of(range, confinement.report().sandbox(), only, jobs);
            PrintWriter out = spec.commandLine().getOut();
            out.print(card.text());
            out.flush();
            if (json != null) {
                Files.writeString(json, card.json());
            }
            return card.isWithstood() ? 0 : 1;
        }
    }
}
