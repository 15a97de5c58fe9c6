package practicum.report;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import practicum.check.CheckResult;
import practicum.check.ExerciseResult;
import practicum.check.Flag;
import practicum.check.WrittenResult;
import practicum.gradebook.Comment;

/** The JSON form of a verdict: every check with its points and reasons, every answer in words with its question. */
public final class ResultJson {
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private ResultJson() {}

    /** The file's text. */
    public static String of(Graded graded) {
        var result = graded.result();
        var json = new JsonObject();
        json.addProperty("student", graded.student());
        json.addProperty("name", graded.who().name());
        json.addProperty("practicum", result.practicum());
        json.addProperty("attempt", graded.attempt());
        json.addProperty("score", Points.number(result.score()));
        json.addProperty("max", Points.number(result.max()));
        json.addProperty("manual", Points.number(result.manual()));
        json.addProperty("written_score", Points.number(graded.written()));
        json.addProperty("penalty", Points.number(graded.time().penalty()));
        json.addProperty("total", Points.number(graded.total()));
        json.addProperty("final", graded.isFinal());
        json.addProperty("status", result.status().name());
        json.addProperty("reason", result.reason());
        json.addProperty("late", graded.late());
        json.add("flags", each(result.flags(), ResultJson::flag));
        json.addProperty("seconds", result.took().toMillis() / 1000.0);
        json.add("exercises", each(result.exercises(), ResultJson::exercise));
        json.add("checks", each(result.checks().toList(), ResultJson::check));
        json.add("written", each(result.written(), answer -> written(graded, answer)));
        json.add("comments", each(graded.comments(), ResultJson::comment));
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject flag(Flag flag) {
        var json = new JsonObject();
        json.addProperty("kind", flag.kind().name());
        json.addProperty("detail", flag.detail());
        return json;
    }

    private static JsonObject exercise(ExerciseResult exercise) {
        var json = new JsonObject();
        json.addProperty("id", exercise.id());
        json.addProperty("points", Points.number(exercise.points()));
        json.addProperty("earned", Points.number(exercise.earned()));
        json.addProperty("trouble", exercise.trouble());
        return json;
    }

    private static JsonObject check(CheckResult check) {
        var json = new JsonObject();
        json.addProperty("id", check.id());
        json.addProperty("exercise", check.exercise());
        json.addProperty("hidden", check.hidden());
        json.addProperty("points", Points.number(check.points()));
        json.addProperty("earned", Points.number(check.earned()));
        json.addProperty("status", check.outcome().name().toLowerCase(Locale.ROOT));
        json.addProperty("expected", check.expected());
        json.addProperty("actual", check.actual());
        json.addProperty("rationale", check.rationale());
        json.addProperty("hint", check.hint());
        return json;
    }

    private static JsonObject written(Graded graded, WrittenResult written) {
        var mark = graded.mark(written);
        var json = new JsonObject();
        json.addProperty("id", written.id());
        json.addProperty("points", Points.number(written.points()));
        json.add(
                "earned",
                mark.<JsonElement>map(given -> new JsonPrimitive(Points.number(given.points())))
                        .orElse(JsonNull.INSTANCE));
        json.addProperty("status", mark.isPresent() ? "marked" : graded.needsMark(written) ? "manual" : "empty");
        json.addProperty("prompt", written.prompt());
        json.add("rubric", each(written.rubric(), JsonPrimitive::new));
        json.addProperty("text", written.text());
        mark.ifPresent(given -> {
            json.add("met", each(given.met(), JsonPrimitive::new));
            json.addProperty("comment", given.comment());
        });
        return json;
    }

    private static JsonObject comment(Comment comment) {
        var json = new JsonObject();
        json.addProperty("about", comment.topic());
        json.addProperty("text", comment.text());
        return json;
    }

    private static <T> JsonArray each(List<T> items, Function<T, ? extends JsonElement> form) {
        var array = new JsonArray(items.size());
        items.forEach(item -> array.add(form.apply(item)));
        return array;
    }
}
