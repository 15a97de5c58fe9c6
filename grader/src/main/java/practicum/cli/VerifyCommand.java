package practicum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.build.Sessions;
import practicum.source.Project;
import practicum.verify.Verification;
import practicum.verify.Verifier;

/** Proves that practicums can be released. */
@Command(
        name = "verify",
        description = {
            "Prove that practicums can be released: the solution earns every point, the blank release its floor, every"
                    + " mistake loses points, nothing hidden leaks, every file is current."
        },
        footer = {"", "Example: ./practicum verify 09"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "NN",
            description = "Practicums by number or stem; all where none is named.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Project project = Project.find();
        PrintWriter out = spec.commandLine().getOut();
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
}
