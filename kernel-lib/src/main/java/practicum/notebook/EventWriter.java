package practicum.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a cell server's events, one JSON object a line. */
final class EventWriter {
    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeSpecialFloatingPointValues()
            .create();

    private static final int LONGEST = 10_000;

    private final PrintStream out;

    EventWriter(PrintStream out) {
        this.out = out;
    }

    static JsonObject event(String name) {
        var event = new JsonObject();
        event.addProperty("event", name);
        return event;
    }

    synchronized void send(JsonObject event) {
        byte[] line = (GSON.toJson(event) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }

    void stream(String name, String text) {
        JsonObject event = event("stream");
        event.addProperty("name", name);
        event.addProperty("text", text);
        send(event);
    }

    void data(String name, DisplayData data) {
        JsonObject event = event(name);
        JsonObject json = GSON.toJsonTree(data).getAsJsonObject();
        event.add("data", json.get("data"));
        if (json.has("metadata") && !json.getAsJsonObject("metadata").isEmpty()) {
            event.add("metadata", json.get("metadata"));
        }
        send(event);
    }

    /** A line of code that is told may be a million characters long. */
    private static String shorten(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    void error(String name, String message, List<String> traceback) {
        JsonObject event = event("error");
        event.addProperty("ename", name);
        event.addProperty("evalue", shorten(message));
        event.add(
                "traceback",
                GSON.toJsonTree(traceback.stream().map(EventWriter::shorten).toList()));
        send(event);
    }
}
