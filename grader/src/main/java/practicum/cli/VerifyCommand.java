package practicum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.build.Sessions;
import practicum.source.Project;
import practicum.verify.MutationReport;
import practicum.verify.Mutator;
import practicum.verify.Verification;
import practicum.verify.Verifier;

/** Proves that practicums can be released. */
@Command(
        name = "verify",
        description = {
            "Prove that practicums can be released: the solution earns every point, the blank release its floor, every"
                    + " mistake loses points, nothing hidden leaks, every file is current."
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

    @Parameters(
            arity = "0..*",
            paramLabel = "NN",
            description = "Practicums by number or stem; all where none is named.")
    private List<String> names = List.of();

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

    @Override
    public Integer call() {
        Project project = Project.find();
        PrintWriter out = spec.commandLine().getOut();
        if (mutants) {
            return mutate(project, out);
        } else if (!exercises.isEmpty() || atLeast != 0) {
            throw new ParameterException(spec.commandLine(), "--exercise and --at-least go with --mutants.");
        }
        Verifier verifier = new Verifier(project, () -> Sessions.forAuthors(project));
        List<String> broken = new java.util.ArrayList<>();
        List<String> stems = project.stems(names);
        for (String stem : stems) {
            Verification verification = verifier.verify(stem);
            out.println(verification);
            out.flush();
            if (!verification.isProven()) {
                broken.add(stem);
            }
        }
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
        for (String stem : project.stems(names)) {
            MutationReport report = mutator.run(stem, exercises);
            out.println(report);
            out.flush();
            enough &= 100 * report.killRate() >= atLeast;
        }
        return enough ? 0 : 1;
    }
}
