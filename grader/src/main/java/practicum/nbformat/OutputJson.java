package practicum.nbformat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An output as nbformat's JSON, both ways. */
final class OutputJson {
    private OutputJson() {}

    /** An output; nothing where it is of a type that nbformat 4.5 does not know, or without its text. */
    static Optional<Output> read(JsonObject output) {
        return switch (NotebookReader.string(output, "output_type")) {
            case "stream" ->
                NotebookReader.text(output.get("text")).map(text -> new Output.Stream(stream(output), text));
            case "display_data" -> Optional.of(new Output.Display(data(output)));
            case "execute_result" -> Optional.of(new Output.Result(data(output)));
            case "error" ->
                Optional.of(new Output.Failure(
                        NotebookReader.string(output, "ename"),
                        NotebookReader.string(output, "evalue"),
                        traceback(output)));
            default -> Optional.empty();
        };
    }

    private static String stream(JsonObject output) {
        return NotebookReader.string(output, "name").equals("stderr") ? "stderr" : "stdout";
    }

    /** Texts by their MIME types, and JSON as it is; what is neither is left out. */
    private static Map<String, JsonElement> data(JsonObject output) {
        Map<String, JsonElement> data = new LinkedHashMap<>();
        if (output.get("data") instanceof JsonObject bundle) {
            bundle.entrySet().forEach(entry -> {
                if (isJson(entry.getKey())) {
                    data.put(entry.getKey(), entry.getValue());
                } else {
                    NotebookReader.text(entry.getValue())
                            .ifPresent(text -> data.put(entry.getKey(), new JsonPrimitive(text)));
                }
            });
        }
        return data;
    }

    private static List<String> traceback(JsonObject output) {
        List<String> lines = new ArrayList<>();
        if (output.get("traceback") instanceof JsonArray array) {
            array.forEach(line -> lines.add(line instanceof JsonPrimitive text ? text.getAsString() : ""));
        }
        return lines;
    }

    static JsonObject write(Output output, int executionCount) {
        JsonObject json = new JsonObject();
        if (output instanceof Output.Stream stream) {
            json.addProperty("output_type", "stream");
            json.addProperty("name", stream.name());
            json.add("text", lines(stream.text()));
        } else if (output instanceof Output.Display display) {
            json.addProperty("output_type", "display_data");
            json.add("data", bundle(display.data()));
            json.add("metadata", new JsonObject());
        } else if (output instanceof Output.Result result) {
            json.addProperty("output_type", "execute_result");
            json.add("execution_count", count(executionCount));
            json.add("data", bundle(result.data()));
            json.add("metadata", new JsonObject());
        } else if (output instanceof Output.Failure failure) {
            json.addProperty("output_type", "error");
            json.addProperty("ename", failure.ename());
            json.addProperty("evalue", failure.evalue());
            JsonArray traceback = new JsonArray();
            failure.traceback().forEach(traceback::add);
            json.add("traceback", traceback);
        }
        return json;
    }

    static JsonElement count(int executionCount) {
        return executionCount == 0 ? JsonNull.INSTANCE : new JsonPrimitive(executionCount);
    }

    /** A text as Jupyter stores it: one string for each line, line feeds kept. */
    static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    private static JsonObject bundle(Map<String, JsonElement> data) {
        JsonObject bundle = new JsonObject();
        data.forEach((mime, value) -> bundle.add(mime, isLines(mime, value) ? lines(value.getAsString()) : value));
        return bundle;
    }

    private static boolean isLines(String mime, JsonElement value) {
        boolean text =
                mime.startsWith("text/") || mime.equals("image/svg+xml") || mime.equals("application/javascript");
        return text && value.isJsonPrimitive();
    }

    private static boolean isJson(String mime) {
        return mime.equals("application/json") || mime.endsWith("+json");
    }
}
