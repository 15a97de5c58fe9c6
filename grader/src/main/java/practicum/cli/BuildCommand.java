package practicum.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import practicum.build.BuildException;
import practicum.build.NotebookSource;
import practicum.build.Release;
import practicum.build.ReleaseBuild;
import practicum.build.ReleaseFiles;
import practicum.build.Sessions;
import practicum.build.Staleness;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookReader;
import practicum.source.Practicum;
import practicum.source.Project;

/** Makes the notebooks of practicums from their sources. */
@Command(
        name = "build",
        description = "Make the notebooks of practicums from their sources.",
        footer = {"", "Example: ./practicum build 09"})
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticums named = new NamedPracticums();

    @Option(names = "--check", description = "Write nothing; fail when a committed file is not what a build makes.")
    private boolean check;

    @Option(names = "--no-run", description = "Write only the students' notebooks, for which nothing has to run.")
    private boolean noRun;

    @Option(
            names = "--from-notebook",
            paramLabel = "FILE",
            description = "Bring an instructors' notebook that was edited in Jupyter back to its text source.")
    private @Nullable Path notebook;

    @Option(names = "--force", description = "With --from-notebook: also where the source has changed meanwhile.")
    private boolean force;

    @Override
    public Integer call() {
        Project project = Project.find();
        if (notebook != null) {
            return fromNotebook(project, notebook);
        }
        List<String> stems = named.stems(project);
        if (stems.isEmpty()) {
            out().println("There is no practicum yet: put a source NN_name.md into " + project.solutions() + ".");
            return 0;
        }
        if (check) {
            return check(project, stems);
        }
        for (String stem : stems) {
            Practicum practicum = project.practicum(stem);
            write(project, build(project, practicum));
            List<Path> leftOver = Release.leftOver(project, practicum);
            ReleaseFiles.delete(leftOver);
            leftOver.forEach(file -> out().println("Deleted " + project.show(file) + ", of a variant that is no more"));
        }
        return 0;
    }

    private int check(Project project, List<String> stems) {
        List<String> toBuild = new ArrayList<>();
        for (String stem : stems) {
            List<String> stale = Staleness.of(project, project.practicum(stem));
            stale.forEach(out()::println);
            if (!stale.isEmpty()) {
                toBuild.add(stem);
            }
        }
        if (toBuild.isEmpty()) {
            out().println(stems.size() + " practicums are current.");
            return 0;
        }
        out().println("Run ./practicum build " + String.join(" ", toBuild) + " and commit what it writes.");
        return 1;
    }

    private Map<Path, String> build(Project project, Practicum practicum) {
        return noRun
                ? Map.of(Release.studentFile(project, practicum.stem()), Release.student(practicum))
                : new ReleaseBuild(Sessions.forAuthors(project)).of(practicum).files(project, practicum);
    }

    private void write(Project project, Map<Path, String> texts) {
        ReleaseFiles.write(texts);
        texts.keySet().forEach(file -> out().println("Wrote " + project.show(file)));
    }

    private int fromNotebook(Project project, Path file) {
        String shown = project.show(file);
        Notebook edited = NotebookReader.read(file, shown);
        String stem = NotebookSource.stem(edited, shown);
        String text = NotebookSource.of(edited, shown);
        if (!force
                && Files.exists(project.source(stem))
                && NotebookSource.isOlderThan(project.practicum(stem), edited)) {
            throw new BuildException(project.show(project.source(stem)) + " has changed since " + shown
                    + " was built from it. Add --force to overwrite the source with the notebook.");
        }
        write(project, Map.of(project.source(stem), text));
        out().println("Now run ./practicum build " + stem + ".");
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
