package practicum.live;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a cell came to.
 *
 * @param status {@code ok} or {@code error}
 * @param outputs the contents of its output messages, in order
 */
record Reply(String status, List<JsonObject> outputs) {
    /** Everything that it printed. */
    String printed() {
        return outputs.stream()
                .filter(output -> output.has("text"))
                .map(output -> output.get("text").getAsString())
                .collect(Collectors.joining());
    }

    /** What it showed in one MIME type, displays and result together. */
    List<String> shown(String mime) {
        return outputs.stream()
                .filter(output ->
                        output.has("data") && output.getAsJsonObject("data").has(mime))
                .map(output -> output.getAsJsonObject("data").get(mime).getAsString())
                .toList();
    }

    /** The error's name and message; empty where there was none. */
    String error() {
        return outputs.stream()
                .filter(output -> output.has("ename"))
                .map(output -> output.get("ename").getAsString() + ": "
                        + output.get("evalue").getAsString())
                .collect(Collectors.joining("\n"));
    }
}
