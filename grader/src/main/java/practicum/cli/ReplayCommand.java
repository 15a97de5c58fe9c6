package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.grade.Receipt;
import practicum.grade.Replay;
import practicum.report.Points;
import practicum.source.Project;

/** Makes the verdict of a receipt again. */
@Command(
        name = "replay",
        header = "Make the verdict of a receipt again, and compare.",
        description = "Grade the submission of a receipt again, with the source, library and models that the receipt"
                + " names, and compare every check. Other sources or libraries are refused, or compared all the same with"
                + " --anyway.",
        footer = {
            "",
            "Example: ./practicum replay graded/receipts/ada/09_inspecting_representations.json",
            "Exits with 0 when everything comes to the same, 1 when it does not, 2 when it cannot be tried."
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RECEIPT", description = "OUT/receipts/STUDENT/NN_name.json.")
    private Path file = Path.of("");

    @Option(
            names = "--submission",
            paramLabel = "FILE.ipynb",
            description = "What was graded; OUT/submissions/… where it is not given.")
    private Path submission = Path.of("");

    @Option(names = "--anyway", description = "Compare although the receipt names another source or library.")
    private boolean anyway;

    @Option(names = "--unsafe", description = "Grade even where this machine cannot protect itself.")
    private boolean unsafe;

    @Override
    public Integer call() {
        var receipt = Receipt.read(file);
        var project = Project.find();
        var notebook = Replay.submission(receipt, submission, file);
        var chain = GradingChain.of(
                project, project.stem(receipt.practicum()), receipt.cellTime(), receipt.twice(), unsafe);
        PrintWriter out = spec.commandLine().getOut();
        var differing = receipt.inputs().differing(chain.inputs());
        if (!differing.isEmpty()) {
            out.println("Not as the receipt has it: " + String.join(", ", differing) + ".");
            if (!anyway) {
                out.println("Check out the course as it was then, or add --anyway.");
                return 2;
            }
        }
        if (notebook.isEmpty()) {
            out.println("No notebook was handed in: " + receipt.reason());
        }
        var replay = Replay.of(receipt, notebook, chain.grader());
        replay.remarks().forEach(remark -> out.println(remark + "."));
        out.println(
                replay.reproduced()
                        ? "Reproduced: " + Points.text(receipt.score()) + " of " + Points.text(receipt.max())
                                + " points, every check alike."
                        : "Not reproduced: " + receipt.score() + " points then, " + replay.score() + " now, of "
                                + receipt.max() + ":");
        replay.differences().forEach(difference -> out.println("  " + difference));
        return replay.reproduced() ? 0 : 1;
    }
}
