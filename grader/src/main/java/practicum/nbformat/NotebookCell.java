package practicum.nbformat;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * One cell of a notebook.
 *
 * @param id unique in the notebook: letters, digits, hyphens and underscores
 * @param kind what it holds
 * @param source its text
 * @param metadata what tools keep with it
 * @param attachments pictures that its Markdown refers to, by name
 * @param outputs what it showed when it last ran
 * @param executionCount when it last ran, counted from 1; 0 where it has not
 */
public record NotebookCell(
        String id,
        Kind kind,
        String source,
        JsonObject metadata,
        JsonObject attachments,
        List<Output> outputs,
        int executionCount) {
    /** What a cell holds. */
    public enum Kind {
        MARKDOWN,
        CODE,
        /** Text that no one renders or runs. */
        RAW
    }

    /** What is handed over is copied. */
    public NotebookCell {
        metadata = metadata.deepCopy();
        attachments = attachments.deepCopy();
        outputs = List.copyOf(outputs);
    }

    /** A cell that has not run. */
    public static NotebookCell of(String id, Kind kind, String source, JsonObject metadata) {
        return new NotebookCell(id, kind, source, metadata, new JsonObject(), List.of(), 0);
    }

    /** This cell with other text. */
    public NotebookCell withSource(String text) {
        return new NotebookCell(id, kind, text, metadata, attachments, outputs, executionCount);
    }

    /** This cell after a run. */
    public NotebookCell ran(int count, List<Output> shown) {
        return new NotebookCell(id, kind, source, metadata, attachments, shown, count);
    }
}
