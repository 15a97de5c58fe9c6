package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.build.Release;
import practicum.build.ReleaseFiles;
import practicum.grade.SelfCheck;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.release.Moving;
import practicum.source.Project;

/** Takes a student's work from an older release's notebook into this one's. */
@Command(
        name = "move",
        header = "Take your work from an older notebook into this release's.",
        description =
                "Take what was written in an older release's notebook into this release's: exercises and answers by"
                        + " their names, own cells after the cells that they stood after. The older file stays as it is.")
final class MoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "OLD.ipynb", description = "The notebook with the work.")
    private Path old = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "NEW.ipynb",
            description = "Where the new notebook goes; notebooks/NN_name.ipynb where it is not given.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Write over a notebook that somebody has worked in.")
    private boolean force;

    @Override
    public Integer call() {
        var project = Project.find();
        String shown = Objects.requireNonNull(old.getFileName()).toString();
        var work = NotebookReader.read(old, shown);
        String stem = SelfCheck.stem(work, shown);
        var blank = SelfCheck.released(project, stem);
        Path target = output == null ? Release.studentFile(project, stem) : output;
        if (target.toAbsolutePath().normalize().equals(old.toAbsolutePath().normalize())) {
            throw wrong("The old and the new notebook are the same file. Name another with --output.");
        }
        if (!force && Files.exists(target)) {
            var there = NotebookReader.read(target, target.toString());
            if (!Moving.of(there, blank).isNothing()) {
                throw wrong(project.show(target) + " holds work already. Add --force to write over it, or name another"
                        + " file with --output.");
            }
        }
        var moved = Moving.of(work, blank);
        ReleaseFiles.write(Map.of(target.toAbsolutePath(), NotebookWriter.write(moved.notebook())));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + project.show(target) + " with " + moved.taken().size() + " answers"
                + (moved.taken().isEmpty() ? "." : ": " + String.join(", ", moved.taken()) + "."));
        if (!moved.lost().isEmpty()) {
            out.println("No longer asked for, and kept at its end: " + String.join(", ", moved.lost()) + ".");
        }
        return 0;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
