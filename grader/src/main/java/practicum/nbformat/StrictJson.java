package practicum.nbformat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.internal.LazilyParsedNumber;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON as RFC 8259 has it, within a depth and a number of values, and refuses an object that gives one key twice. */
final class StrictJson {
    /** Each takes a hundred bytes of memory, and in the file perhaps two. */
    private static final int MOST_VALUES = 1_000_000;

    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private final String shown;
    private final JsonReader reader;
    private int values;

    private StrictJson(String shown, JsonReader reader) {
        this.shown = shown;
        this.reader = reader;
    }

    /** The one value that {@code text} is; {@code shown} is the file's name in messages. */
    static JsonElement parse(String text, String shown, int depth) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(depth);
        StrictJson json = new StrictJson(shown, reader);
        try {
            JsonElement value = json.value();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw json.failure("something follows the end of the JSON");
            }
            return value;
        } catch (IOException e) {
            throw json.failure("the JSON is malformed or cut off");
        }
    }

    private JsonElement value() throws IOException {
        if (++values > MOST_VALUES) {
            throw failure("the JSON holds more than " + MOST_VALUES + " values. Clear the outputs and save it again");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(whole(reader.nextString()));
            case NUMBER -> new JsonPrimitive(new LazilyParsedNumber(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw failure("the JSON is malformed or cut off");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw failure("an object has the key \"" + name + "\" twice");
            }
            object.add(name, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }

    /** JSON can spell half of a character, which no file can hold: it is replaced. */
    private static String whole(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    }

    /** The reader's own description ends with where it stands. */
    private NotebookException failure(String what) {
        Matcher place = PLACE.matcher(reader.toString());
        String where = place.find() ? "line " + place.group(1) + ", column " + place.group(2) + ": " : "";
        return new NotebookException(shown, where + what + ".");
    }
}
