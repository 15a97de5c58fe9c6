package practicum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.nbformat.NotebookReader;
import practicum.nbformat.NotebookWriter;
import practicum.sandbox.HostSandbox;

final class RunCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private Path notebook(String... sources) throws Exception {
        List<NotebookCell> cells = new ArrayList<>();
        cells.add(NotebookCell.of("prose", Kind.MARKDOWN, "# A notebook", new JsonObject()));
        for (String source : sources) {
            cells.add(NotebookCell.of("c" + cells.size(), Kind.CODE, source, new JsonObject()));
        }
        String text = NotebookWriter.write(new Notebook(new JsonObject(), cells));
        return Files.writeString(folder.resolve("book.ipynb"), text);
    }

    private int run(Object... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "run";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(words);
    }

    @Test
    void aNotebookIsExecutedInItsFolderAndWritten() throws Exception {
        Path book =
                notebook("Files.writeString(Path.of(\"made.txt\"), \"x\");\n1 + 1", "", "System.out.println(\"hi\");");
        Path done = folder.resolve("done.ipynb");
        assertThat(run(book, "-o", done)).isZero();
        assertThat(said.toString())
                .contains("[1/2] Files.writeString")
                .contains("[2/2]")
                .contains("Wrote");
        assertThat(folder.resolve("made.txt")).exists();
        List<NotebookCell> cells = NotebookReader.read(done, "done").cells();
        assertThat(cells).extracting(NotebookCell::executionCount).containsExactly(0, 1, 0, 2);
        assertThat(cells.get(1).outputs().toString()).contains("\"2\"");
        assertThat(cells.get(3).outputs().toString()).contains("hi");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aFailureStopsTheRunUnlessItMayGoOn() throws Exception {
        Path book = notebook("int x = nothing;", "System.out.println(\"later\");");
        Path page = folder.resolve("page.html");
        assertThat(run(book, "-o", page)).isEqualTo(1);
        assertThat(said.toString()).contains("ERROR").contains("nothing").doesNotContain("[2/2]");
        assertThat(run(book, "-o", page, "--allow-errors")).isEqualTo(1);
        assertThat(said.toString()).contains("[2/2]");
        assertThat(Files.readString(page))
                .contains("<h1>A notebook</h1>")
                .contains("later")
                .contains("nothing");
    }

    @Test
    void aCellPastItsTimeSaysSoInTheNotebook() throws Exception {
        Path book = notebook("while (true) {}");
        assertThat(run(book, "-o", book, "--timeout", 1)).isEqualTo(1);
        assertThat(said.toString()).contains("TIMEOUT").contains("longer than 1 s");
        assertThat(Files.readString(book)).contains("longer than 1 s");
    }

    @Test
    void behindTheWallThereIsNoFolder() throws Exception {
        HostSandbox.require();
        Path book = notebook("System.out.println(Files.exists(Path.of(\"book.ipynb\")));");
        Path done = folder.resolve("done.ipynb");
        assertThat(run(book, "--sandbox", "-o", done)).isZero();
        assertThat(Files.readString(done)).contains("false");
    }

    @Test
    void badInputIsNamed() throws Exception {
        assertThat(run(folder.resolve("none.ipynb"))).isEqualTo(2);
        assertThat(said.toString()).contains("none.ipynb").contains("no such file");
        assertThat(run(notebook("1"), "-o", folder.resolve("out.pdf"))).isEqualTo(2);
        assertThat(said.toString()).contains(".ipynb or .html");
        assertThat(run(notebook("1"), "-o", folder.resolve("nowhere/out.html"))).isEqualTo(2);
        assertThat(said.toString()).contains("there is no folder");
        assertThat(run(notebook("1"), "--timeout", 0)).isEqualTo(2);
        assertThat(said.toString()).contains("at least 1 second");
    }
}
