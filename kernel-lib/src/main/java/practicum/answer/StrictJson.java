package practicum.answer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;

/** A JSON parser for text from strangers: strict, bounded in length, depth and elements, no key twice, nothing after it. */
public final class StrictJson {
    private final Limits limits;
    private final JsonReader reader;
    private int elements;

    private StrictJson(String text, Limits limits) {
        this.limits = limits;
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(limits.depth() * 4);
    }

    /**
     * The JSON value that a text is.
     *
     * @throws AnswerException where it is not JSON, breaks a limit, names a key twice or goes on after its end
     */
    public static JsonElement parse(String text, Limits limits) {
        if (text.length() > limits.characters()) {
            throw new AnswerException("The JSON text has " + text.length() + " characters, and at most "
                    + limits.characters() + " are allowed.");
        }
        var json = new StrictJson(text, limits);
        boolean complete = false;
        try {
            JsonElement value = json.element();
            complete = true;
            if (json.reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("a second value");
            }
            return value;
        } catch (MalformedJsonException | EOFException | NumberFormatException | IllegalStateException e) {
            String what = complete ? "Something follows the end of the JSON value" : "This is not JSON";
            throw new AnswerException(what + json.place() + reason(e), e);
        } catch (IOException e) {
            throw new AnswerException("The JSON text cannot be read: " + e.getMessage(), e);
        }
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(" at line");
        return message.startsWith("Use JsonReader")
                ? "."
                : ": " + (end < 0 ? message : message.substring(0, end)) + ".";
    }

    private String place() {
        String where = reader.toString();
        int line = where.indexOf(" at line");
        return line < 0 ? "" : where.substring(line);
    }

    private JsonElement element() throws IOException {
        if (++elements > limits.elements()) {
            throw new AnswerException("The JSON value has more than " + limits.elements() + " elements.");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(reader.nextDouble());
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new MalformedJsonException("a value was expected");
        };
    }

    private JsonObject object() throws IOException {
        var object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            JsonElement value = element();
            if (object.has(name)) {
                throw new AnswerException("The key \"" + name + "\" stands twice in one JSON object" + place() + ".");
            }
            object.add(name, value);
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        var array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element());
        }
        reader.endArray();
        return array;
    }
}
