package practicum.nbformat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Brings a notebook of nbformat 3 to 4: worksheets become one list, headings become Markdown, outputs are left out. */
final class Version3 {
    private Version3() {}

    static JsonObject upgrade(JsonObject old, String shown) {
        if (!(old.get("worksheets") instanceof JsonArray worksheets)) {
            throw new NotebookException(shown, "there is no list \"worksheets\", which nbformat 3 has.");
        }
        JsonArray cells = new JsonArray();
        for (JsonElement worksheet : worksheets) {
            if (worksheet instanceof JsonObject sheet && sheet.get("cells") instanceof JsonArray array) {
                array.forEach(cell -> cells.add(cell instanceof JsonObject object ? cell(object) : cell));
            }
        }
        JsonObject notebook = new JsonObject();
        notebook.add("metadata", new JsonObject());
        notebook.add("cells", cells);
        return notebook;
    }

    private static JsonObject cell(JsonObject old) {
        JsonObject cell = old.deepCopy();
        cell.remove("outputs");
        switch (NotebookReader.string(old, "cell_type")) {
            case "code" -> cell.add("source", old.get("input"));
            case "heading" -> heading(cell);
            case "html" -> cell.addProperty("cell_type", "markdown");
            default -> {}
        }
        return cell;
    }

    private static void heading(JsonObject cell) {
        int level = Math.min(6, Math.max(1, NotebookReader.number(cell, "level")));
        cell.addProperty("cell_type", "markdown");
        JsonArray lines = new JsonArray();
        lines.add("#".repeat(level) + " ");
        if (cell.get("source") instanceof JsonArray old) {
            lines.addAll(old);
        } else {
            lines.add(cell.get("source"));
        }
        cell.add("source", lines);
    }
}
