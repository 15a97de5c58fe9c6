package practicum.nbformat;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.TreeMap;

/** Writes notebooks as nbformat 4.5, byte for byte the same each time: sorted keys, one space of indentation, as Jupyter. */
public final class NotebookWriter {
    private static final Gson JSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" ").withNewline("\n"))
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private NotebookWriter() {}

    /** The file's text, ending with one line feed. */
    public static String write(Notebook notebook) {
        JsonObject json = new JsonObject();
        JsonArray cells = new JsonArray();
        notebook.cells().forEach(cell -> cells.add(cell(cell)));
        json.add("cells", cells);
        json.add("metadata", notebook.metadata());
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        return JSON.toJson(sorted(json)) + "\n";
    }

    private static JsonObject cell(NotebookCell cell) {
        JsonObject json = new JsonObject();
        json.addProperty("cell_type", cell.kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("id", cell.id());
        json.add("metadata", cell.metadata());
        json.add("source", OutputJson.lines(cell.source()));
        if (!cell.attachments().isEmpty()) {
            json.add("attachments", cell.attachments());
        }
        if (cell.kind() == NotebookCell.Kind.CODE) {
            json.add("execution_count", OutputJson.count(cell.executionCount()));
            JsonArray outputs = new JsonArray();
            cell.outputs().forEach(output -> outputs.add(OutputJson.write(output, cell.executionCount())));
            json.add("outputs", outputs);
        }
        return json;
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonObject object) {
            JsonObject sorted = new JsonObject();
            new TreeMap<>(object.asMap()).forEach((name, value) -> sorted.add(name, sorted(value)));
            return sorted;
        }
        if (element instanceof JsonArray array) {
            JsonArray sorted = new JsonArray(array.size());
            array.forEach(value -> sorted.add(sorted(value)));
            return sorted;
        }
        return element;
    }
}
