package practicum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import practicum.jupyter.NativeLibraries;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.report.NotebookPage;
import practicum.runner.CellProcess;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.runner.NotebookRun;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.NoSandbox;
import practicum.sandbox.Sandbox;
import practicum.source.Project;

/** Executes a notebook without a browser. */
@Command(
        name = "run",
        header = "Execute a notebook without a browser.",
        description = "Execute a notebook without a browser, in its folder, with the kernel's own classes.",
        footer = "Exits with 0 when every cell ran, 1 when one failed, 2 when the notebook cannot be read.")
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.ipynb", description = "The notebook.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "Where the executed notebook goes: OUT.ipynb, which may be FILE itself, or OUT.html.")
    private @Nullable Path output;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}).")
    private long timeout;

    @Option(names = "--allow-errors", description = "Go on after a cell that fails.")
    private boolean allowErrors;

    @Option(
            names = "--sandbox",
            description = "Run it as a submission is run: without network, files and more memory than a student gets.")
    private boolean sandboxed;

    @Override
    public Integer call() {
        checkOptions();
        Notebook notebook = NotebookReader.read(file, file.toString());
        Path folder = folder(file);
        Project project = Project.find();
        new NativeLibraries(project).unpack();
        Kernel kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        NotebookRun run;
        try (CellProcess process = CellProcess.start(kernel, sandbox(folder), limits())) {
            run = NotebookRun.of(notebook, process, allowErrors, new RunProgress(out()));
        }
        if (output != null) {
            write(output, run.notebook(), folder);
            out().println("Wrote " + output + ".");
        }
        return run.isWhole() ? 0 : 1;
    }

    private void checkOptions() {
        if (timeout < 1) {
            throw wrong("--timeout " + timeout + ": a cell needs at least 1 second.");
        }
        if (output == null) {
            return;
        }
        String name = output.toString();
        if (!name.endsWith(".ipynb") && !name.endsWith(".html")) {
            throw wrong("--output " + output + ": the name must end in .ipynb or .html.");
        }
        if (!Files.isDirectory(folder(output))) {
            throw wrong("--output " + output + ": there is no folder " + folder(output) + ".");
        }
    }

    private Sandbox sandbox(Path folder) {
        if (!sandboxed) {
            return new NoSandbox(folder);
        }
        return Bubblewrap.find()
                .orElseThrow(() -> wrong("--sandbox needs bubblewrap on Linux: apt-get install bubblewrap."));
    }

    private Limits limits() {
        return (sandboxed ? Limits.standard() : Limits.relaxed()).withCell(Duration.ofSeconds(timeout));
    }

    /** Written beside and moved into place, so that a failure leaves what was there before. */
    private void write(Path target, Notebook executed, Path folder) {
        String title = String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
        String text = target.toString().endsWith(".html")
                ? NotebookPage.html(executed, title, folder)
                : NotebookWriter.write(executed);
        try {
            Path draft = Files.createTempFile(folder(target), ".run", ".tmp");
            Files.writeString(draft, text);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    private static Path folder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Objects.requireNonNullElse(absolute.getParent(), absolute);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
