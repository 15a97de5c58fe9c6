package practicum.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import practicum.jupyter.NativeLibraries;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.notebook.Example;
import practicum.report.NotebookPage;
import practicum.runner.CellProcess;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.runner.NotebookRun;
import practicum.sandbox.NoSandbox;
import practicum.source.Project;

/** Draws one picture of each kind. */
@Command(
        name = "gallery",
        header = "Draw one picture of each kind.",
        description = {
            "Run the library's examples, which examples() lists in a notebook, and write a page of their code and"
                    + " pictures.",
            "The models are those that ship; nothing is fetched."
        },
        footer = "Exits with 0 when every example ran, 1 when one failed.")
final class GalleryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.html",
            description = "Where the page goes; docs/gallery.html where it is not given.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Project project = Project.find();
        Path target = output == null ? project.root().resolve("docs/gallery.html") : output;
        new NativeLibraries(project).unpack();
        Kernel kernel = Kernel.of(project.kernelClassPath(), project.nativeDir());
        NotebookRun run;
        try (CellProcess process = CellProcess.start(kernel, new NoSandbox(project.root()), Limits.relaxed())) {
            run = NotebookRun.of(notebook(Example.all()), process, true, new RunProgress(out()));
        }
        try {
            Files.writeString(target, NotebookPage.html(run.notebook(), "Gallery", project.root()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
        out().println("Wrote " + target + ".");
        return run.isWhole() ? 0 : 1;
    }

    /** The examples as a notebook: each with its title and its sentence above its code. */
    static Notebook notebook(List<Example> examples) {
        List<NotebookCell> cells = new ArrayList<>();
        cells.add(cell(
                "top",
                Kind.MARKDOWN,
                "# Gallery\n\nOne picture of each kind, below the code that drew it. The models"
                        + " ship with the library; `./practicum gallery` makes this page."));
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            cells.add(cell("text-" + i, Kind.MARKDOWN, "## " + example.title() + "\n\n" + example.text()));
            cells.add(cell("code-" + i, Kind.CODE, example.code()));
        }
        return new Notebook(new JsonObject(), cells);
    }

    private static NotebookCell cell(String id, Kind kind, String source) {
        return NotebookCell.of(id, kind, source, new JsonObject());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
