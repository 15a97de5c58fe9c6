package practicum.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.build.Sessions;
import practicum.grade.Parallel;
import practicum.runner.Limits;
import practicum.source.Project;
import practicum.verify.MutationReport;
import practicum.verify.Mutator;
import practicum.verify.Verifier;

/** Proves that practicums can be released. */
@Command(
        name = "verify",
        description = {
            "Prove that practicums can be released: the solution and its alternatives earn every point, the blank"
                    + " release its floor, every mistake loses points, nothing hidden leaks, every file is current."
        },
        footer = {
            "",
            "Example: ./practicum verify 09",
            "Example: ./practicum verify --mutants 09 --exercise lens",
            "Exits with 0 when all is proven, 1 when something is not, 2 on wrong use."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticums named = new NamedPracticums();

    @Option(
            names = "--mutants",
            description = "Make small mistakes in the solutions mechanically, and report which no check notices.")
    private boolean mutants;

    @Option(
            names = "--exercise",
            paramLabel = "ID",
            description = "With --mutants: only this exercise; may be given again.")
    private List<String> exercises = List.of();

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "With --mutants: how many of them have to be noticed (default: ${DEFAULT-VALUE}).")
    private double atLeast;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description =
                    "How many practicums to prove at a time; where it is not given, one for two processors, as far"
                            + " as memory reaches.")
    private @Nullable Integer jobs;

    @Override
    public Integer call() {
        if (jobs != null && jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs " + jobs + ": at least 1 at a time.");
        }
        Project project = Project.find();
        PrintWriter out = spec.commandLine().getOut();
        if (mutants) {
            return mutate(project, out);
        } else if (!exercises.isEmpty() || atLeast != 0) {
            throw new ParameterException(spec.commandLine(), "--exercise and --at-least go with --mutants.");
        }
        Verifier verifier = new Verifier(project, () -> Sessions.forAuthors(project));
        List<String> broken = new ArrayList<>();
        List<String> stems = named.stems(project);
        verifier.verify(stems, jobs == null ? Parallel.jobs(Limits.standard()) : jobs, verification -> {
            out.println(verification);
            out.flush();
            if (!verification.isProven()) {
                broken.add(verification.stem());
            }
        });
        out.println(
                broken.isEmpty()
                        ? stems.size() + " practicums can be released."
                        : "Not proven: " + String.join(", ", broken) + ".");
        return broken.isEmpty() ? 0 : 1;
    }

    private int mutate(Project project, PrintWriter out) {
        Mutator mutator =
                new Mutator(project, Sessions.forAuthors(project), time -> Sessions.forMutants(project, time));
        boolean enough = true;
        for (String stem : named.stems(project)) {
            MutationReport report = mutator.run(stem, exercises);
            out.println(report);
            out.flush();
            enough &= 100 * report.killRate() >= atLeast;
        }
        return enough ? 0 : 1;
    }
}
