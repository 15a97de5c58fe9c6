package practicum.cli;

import java.io.UncheckedIOException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import practicum.build.BuildException;
import practicum.grade.GradeException;
import practicum.gradebook.GradebookException;
import practicum.jupyter.JupyterException;
import practicum.load.LoadException;
import practicum.nbformat.NotebookException;
import practicum.release.ReleaseException;
import practicum.runner.KernelStartException;
import practicum.site.SiteException;
import practicum.source.SourceException;
import practicum.train.TrainingException;

/** Prints the message of a failure that the program foresaw; any other is a bug and keeps its stack trace. */
final class ErrorMessages implements IExecutionExceptionHandler {
    private static final Set<Class<? extends RuntimeException>> FORESEEN = Set.of(
            BuildException.class,
            GradeException.class,
            GradebookException.class,
            JupyterException.class,
            KernelStartException.class,
            LoadException.class,
            NotebookException.class,
            ReleaseException.class,
            SiteException.class,
            SourceException.class,
            TrainingException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed)
            throws Exception {
        if (FORESEEN.contains(failure.getClass())) {
            commandLine.getErr().println(failure.getMessage());
        } else if (failure instanceof UncheckedIOException unreadable) {
            commandLine.getErr().println(unreadable.getMessage() + " (" + unreadable.getCause() + ")");
        } else {
            throw failure;
        }
        return CommandLine.ExitCode.USAGE;
    }
}
