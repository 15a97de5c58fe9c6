package practicum.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import practicum.answer.AnswerException;
import practicum.answer.Limits;
import practicum.answer.StrictJson;
import practicum.answer.Value;
import practicum.answer.ValueJson;

/** The JSON form of an answer key. */
public final class AnswerKeyJson {
    private AnswerKeyJson() {}

    /** A key as text. */
    public static String write(AnswerKey key) {
        var json = new JsonObject();
        json.addProperty("stem", key.stem());
        json.add("expected", values(key.expected()));
        var mistakes = new JsonArray();
        for (AnswerKey.Mistake mistake : key.mistakes()) {
            var each = new JsonObject();
            each.addProperty("id", mistake.id());
            each.addProperty("exercise", mistake.exercise());
            each.addProperty("says", mistake.says());
            each.add("answers", values(mistake.answers()));
            mistakes.add(each);
        }
        json.add("mistakes", mistakes);
        return json.toString();
    }

    private static JsonObject values(Map<String, Value> values) {
        var json = new JsonObject();
        values.forEach((id, value) -> json.add(id, ValueJson.toJson(value)));
        return json;
    }

    /**
     * The key in a JSON text.
     *
     * @throws AnswerException where it is not what {@link #write} writes
     */
    /** Reads what {@link #write} wrote. */
    public static AnswerKey read(String text) {
        try {
            var json = StrictJson.parse(text, Limits.SIDECAR).getAsJsonObject();
            var mistakes = new ArrayList<AnswerKey.Mistake>();
            for (JsonElement element : json.getAsJsonArray("mistakes")) {
                var each = element.getAsJsonObject();
                mistakes.add(new AnswerKey.Mistake(
                        each.get("id").getAsString(),
                        each.get("exercise").getAsString(),
                        each.get("says").getAsString(),
                        values(each.getAsJsonObject("answers"))));
            }
            return new AnswerKey(json.get("stem").getAsString(), values(json.getAsJsonObject("expected")), mistakes);
        } catch (IllegalStateException | NullPointerException | ClassCastException e) {
            throw new AnswerException("This is no answer key: " + e.getMessage());
        }
    }

    private static Map<String, Value> values(JsonObject json) {
        var values = new LinkedHashMap<String, Value>();
        json.entrySet().forEach(entry -> values.put(entry.getKey(), ValueJson.fromJson(entry.getValue())));
        return values;
    }
}
