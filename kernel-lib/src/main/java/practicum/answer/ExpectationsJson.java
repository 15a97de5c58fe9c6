package practicum.answer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The JSON form of {@link Expectations}. */
final class ExpectationsJson {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private ExpectationsJson() {}

    static String write(Expectations expectations) {
        var text = new StringBuilder("{\n");
        text.append("\"stem\": ").append(GSON.toJson(expectations.stem())).append(",\n");
        text.append("\"title\": ").append(GSON.toJson(expectations.title())).append(",\n");
        text.append("\"exercises\": ")
                .append(lines(expectations.exercises(), GSON::toJsonTree))
                .append(",\n");
        text.append("\"checks\": ")
                .append(lines(expectations.checks(), ExpectationsJson::check))
                .append("\n}\n");
        return text.toString();
    }

    /** One item a line, so that a change of one answer is a change of one line. */
    private static <T> String lines(List<T> items, Function<T, JsonElement> form) {
        if (items.isEmpty()) {
            return "[]";
        }
        return items.stream()
                .map(item -> GSON.toJson(form.apply(item)))
                .collect(java.util.stream.Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static JsonElement check(Expectations.Check check) {
        var json = new JsonObject();
        json.addProperty("id", check.id());
        json.addProperty("exercise", check.exercise());
        json.addProperty("compare", check.compare());
        json.add("expected", ValueJson.toJson(check.expected()));
        var mistakes = new JsonArray();
        for (Expectations.Mistake mistake : check.mistakes()) {
            var each = new JsonObject();
            each.addProperty("says", mistake.says());
            each.add("value", ValueJson.toJson(mistake.value()));
            mistakes.add(each);
        }
        json.add("mistakes", mistakes);
        return json;
    }

    static Expectations read(String text) {
        var json = StrictJson.parse(text, Limits.SIDECAR);
        try {
            var root = json.getAsJsonObject();
            return new Expectations(
                    string(root, "stem"),
                    string(root, "title"),
                    all(root, "exercises", ExpectationsJson::readExercise),
                    all(root, "checks", ExpectationsJson::readCheck));
        } catch (IllegalStateException | UnsupportedOperationException | ClassCastException | NumberFormatException e) {
            throw new AnswerException("It holds something where something else was expected: " + e.getMessage(), e);
        }
    }

    private static Expectations.Exercise readExercise(JsonObject json) {
        return new Expectations.Exercise(
                string(json, "id"),
                field(json, "points").getAsDouble(),
                string(json, "hint"),
                field(json, "hiddenChecks").getAsInt());
    }

    private static Expectations.Check readCheck(JsonObject json) {
        return new Expectations.Check(
                string(json, "id"),
                string(json, "exercise"),
                string(json, "compare"),
                ValueJson.fromJson(field(json, "expected")),
                all(
                        json,
                        "mistakes",
                        mistake -> new Expectations.Mistake(
                                string(mistake, "says"), ValueJson.fromJson(field(mistake, "value")))));
    }

    private static <T> List<T> all(JsonObject json, String name, Function<JsonObject, T> form) {
        var items = new ArrayList<T>();
        for (JsonElement item : field(json, name).getAsJsonArray()) {
            items.add(form.apply(item.getAsJsonObject()));
        }
        return items;
    }

    private static String string(JsonObject json, String name) {
        return field(json, name).getAsString();
    }

    private static JsonElement field(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null) {
            throw new AnswerException("The field \"" + name + "\" is missing.");
        }
        return value;
    }
}
