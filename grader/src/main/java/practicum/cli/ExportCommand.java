package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.grade.ClassExport;
import practicum.grade.Outbox;

/** Writes grades as other programs read them. */
@Command(
        name = "export",
        header = "Write grades as Canvas, Moodle, Gradescope, nbgrader or a spreadsheet read them.",
        description =
                "Write the grades that count, with marks and penalties: csv (one row a student, one column a"
                        + " practicum), canvas, moodle, nbgrader, or gradescope (a folder with a results.json for each student).",
        footer = {"", "Example: ./practicum export canvas 09 --out graded --to canvas.csv"})
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FORM", description = "csv, canvas, moodle, nbgrader or gradescope.")
    private String form = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NN",
            description = "Practicums by number or stem; all of the gradebook where none is named.")
    private List<String> names = List.of();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "What to write; a folder for gradescope.")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        try (var book = results.read()) {
            var export = ClassExport.of(book, names);
            int students = export.students();
            switch (form) {
                case "csv" -> Outbox.write(to, export.table());
                case "canvas" -> Outbox.write(to, export.canvas());
                case "moodle" -> Outbox.write(to, export.moodle());
                case "nbgrader" -> Outbox.write(to, export.nbgrader());
                case "gradescope" -> students = export.gradescope(to);
                default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "No form " + form + ": there are csv, canvas, moodle, nbgrader and gradescope.");
            }
            print.println("Wrote " + to + " for " + students + " students.");
            if (export.open() > 0) {
                print.println(export.open() + " of them have answers in words that nobody has read: ./practicum mark.");
            }
        }
        return 0;
    }
}
