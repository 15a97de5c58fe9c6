package practicum.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What one cell sent, with the questions that tests ask of it. */
record CellEvents(List<JsonObject> events) {
    String printed(String stream) {
        return named("stream")
                .filter(e -> e.get("name").getAsString().equals(stream))
                .map(e -> e.get("text").getAsString())
                .collect(Collectors.joining());
    }

    /** The result in a MIME type, or "" where there is none. */
    String result(String mime) {
        return data("result", mime);
    }

    String result() {
        return result("text/plain");
    }

    String displayed(String mime) {
        return data("display", mime);
    }

    JsonObject display(int index) {
        return named("display").toList().get(index).getAsJsonObject("data");
    }

    String errorName() {
        return named("error").map(e -> e.get("ename").getAsString()).collect(Collectors.joining());
    }

    String errorMessage() {
        return named("error").map(e -> e.get("evalue").getAsString()).collect(Collectors.joining());
    }

    /** The lines of the error, without colours. */
    List<String> traceback() {
        return named("error")
                .flatMap(e -> StreamSupport.stream(e.getAsJsonArray("traceback").spliterator(), false))
                .map(JsonElement::getAsString)
                .map(Ansi::strip)
                .toList();
    }

    java.util.stream.Stream<JsonObject> named(String name) {
        return events.stream().filter(e -> e.get("event").getAsString().equals(name));
    }

    private String data(String event, String mime) {
        return named(event)
                .map(e -> e.getAsJsonObject("data"))
                .filter(data -> data.has(mime))
                .map(data -> data.get(mime).isJsonPrimitive()
                        ? data.get(mime).getAsString()
                        : data.get(mime).toString())
                .collect(Collectors.joining("\n"));
    }
}
