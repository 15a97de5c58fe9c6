package practicum.grade;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import practicum.check.Result;

/**
 * A result as the gradebook keeps it.
 *
 * @param result the verdict
 * @param answers per check what was handed over, where something was
 */
public record Kept(Result result, Map<String, AnswerLog.Entry> answers) {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Duration.class, new DurationAdapter().nullSafe())
            .disableHtmlEscaping()
            .create();

    /** Keeps a copy. */
    public Kept {
        answers = Map.copyOf(answers);
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static Kept fromJson(String json) {
        try {
            return GSON.fromJson(json, Kept.class);
        } catch (JsonParseException e) {
            throw new GradeException(
                    "The gradebook holds a verdict that this program does not understand: " + e.getMessage());
        }
    }

    /** Times in milliseconds. */
    private static final class DurationAdapter extends TypeAdapter<Duration> {
        @Override
        public void write(JsonWriter out, Duration time) throws IOException {
            out.value(time.toMillis());
        }

        @Override
        public Duration read(JsonReader in) throws IOException {
            return Duration.ofMillis(in.nextLong());
        }
    }
}
