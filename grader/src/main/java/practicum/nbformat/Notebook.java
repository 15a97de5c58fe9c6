package practicum.nbformat;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A Jupyter notebook.
 *
 * @param metadata its kernel, its language and what tools keep with it
 * @param cells its cells, in order
 */
public record Notebook(JsonObject metadata, List<NotebookCell> cells) {
    /** What is handed over is copied. */
    public Notebook {
        metadata = metadata.deepCopy();
        cells = List.copyOf(cells);
    }
}
