package practicum.live;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import practicum.jupyter.KernelSpec;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookWriter;
import practicum.notebook.Example;

/** Notebooks that tests make: of code cells, each of which may fail without holding up those after it. */
final class Notebooks {
    private Notebooks() {}

    /** Every example of the library, and so every kind of picture. */
    static Path ofExamples(Path file) throws IOException {
        return of(file, Example.all().stream().map(Example::code).toList());
    }

    static Path of(Path file, List<String> code) throws IOException {
        List<NotebookCell> cells = new ArrayList<>();
        for (String source : code) {
            cells.add(NotebookCell.of("cell-" + cells.size(), NotebookCell.Kind.CODE, source, mayFail()));
        }
        return Files.writeString(file, NotebookWriter.write(new Notebook(metadata(), cells)));
    }

    private static JsonObject mayFail() {
        var tags = new JsonArray();
        tags.add("raises-exception");
        var metadata = new JsonObject();
        metadata.add("tags", tags);
        return metadata;
    }

    private static JsonObject metadata() {
        var kernel = new JsonObject();
        kernel.addProperty("display_name", "Java (Practicum)");
        kernel.addProperty("language", "java");
        kernel.addProperty("name", KernelSpec.COURSE);
        var metadata = new JsonObject();
        metadata.add("kernelspec", kernel);
        return metadata;
    }
}
