package practicum.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.nbformat.Output;

/** The only thing that is ever done with a line from the process: it is read as strict, shallow JSON. */
final class EventParser {
    private static final int DEEPEST = 64;
    private static final int MOST_MIME_TYPES = 32;

    /** More than any answer may have; each takes a hundred bytes of the grader's own memory. */
    private static final int MOST_VALUES = 500_000;

    private EventParser() {}

    /** Reads one line; anything but an event is a {@link ProtocolException}. */
    static CellEvent parse(String line) {
        JsonObject event = object(line);
        String kind = text(event, "event");
        return switch (kind) {
            case "ready" -> new CellEvent.Ready();
            case "done" -> new CellEvent.Done(text(event, "id"));
            case "stream" -> new CellEvent.Shown(new Output.Stream(stream(event), text(event, "text")));
            case "display" -> display(event);
            case "update" -> new CellEvent.Display(text(event, "display_id"), new Output.Display(data(event)), true);
            case "result" -> new CellEvent.Shown(new Output.Result(data(event)));
            case "error" ->
                new CellEvent.Shown(new Output.Failure(text(event, "ename"), text(event, "evalue"), traceback(event)));
            default -> throw new ProtocolException("an event of unknown kind " + excerpt(kind));
        };
    }

    private static JsonObject object(String line) {
        if (values(line) > MOST_VALUES) {
            throw new ProtocolException("an event of more than " + MOST_VALUES + " values");
        }
        JsonReader reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (element instanceof JsonObject event && reader.peek() == JsonToken.END_DOCUMENT) {
                return event;
            }
        } catch (JsonParseException | IOException | NumberFormatException e) {
            // Falls through: whatever is wrong with it, it is not an event.
        }
        throw new ProtocolException("a line that is no event: " + excerpt(line));
    }

    /** How many values a line holds at most, counted by what stands before each outside of texts. */
    private static int values(String line) {
        int count = 0;
        boolean text = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                text = !text;
            } else if (text && c == '\\') {
                i++;
            } else if (!text && (c == ',' || c == '[' || c == '{')) {
                count++;
            }
        }
        return count;
    }

    private static CellEvent display(JsonObject event) {
        Output.Display output = new Output.Display(data(event));
        return event.has("display_id")
                ? new CellEvent.Display(text(event, "display_id"), output, false)
                : new CellEvent.Shown(output);
    }

    private static String stream(JsonObject event) {
        String name = text(event, "name");
        if (!name.equals("stdout") && !name.equals("stderr")) {
            throw new ProtocolException("a stream named " + excerpt(name));
        }
        return name;
    }

    private static Map<String, JsonElement> data(JsonObject event) {
        if (!(event.get("data") instanceof JsonObject data) || data.size() > MOST_MIME_TYPES) {
            throw new ProtocolException("an output without readable data");
        }
        return new LinkedHashMap<>(data.asMap());
    }

    private static List<String> traceback(JsonObject event) {
        List<String> lines = new ArrayList<>();
        if (event.get("traceback") instanceof JsonArray traceback) {
            traceback.forEach(line -> lines.add(text(line, "traceback")));
        }
        return lines;
    }

    private static String text(JsonObject event, String field) {
        return text(event.get(field), field);
    }

    private static String text(@Nullable JsonElement element, String field) {
        if (element != null
                && element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isString()) {
            return whole(element.getAsString());
        }
        throw new ProtocolException("an event without the text " + field);
    }

    /** JSON can spell half of a character, which no file can hold: it is replaced. */
    private static String whole(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    }

    private static String excerpt(String text) {
        String shown = text.codePoints()
                .limit(80)
                .map(c -> Character.isISOControl(c) ? '·' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + shown + (shown.length() < text.length() ? "…\"" : "\"");
    }
}
