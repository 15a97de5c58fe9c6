package practicum.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import practicum.answer.AnswerException;
import practicum.answer.Summary;
import practicum.answer.ValueJson;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Digest;
import practicum.source.Practicum;

/**
 * What the checks of one submission were handed, as digests by which equal wrong answers of a class are found. It
 * decides nothing.
 */
final class AnswerLog {
    private static final String MIME = "application/vnd.practicum.answer+json";
    private static final int SHOWN = 160;
    private static final MathContext SAME = new MathContext(5);

    private final Map<String, String> checks = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * What one check was handed.
     *
     * @param digest the same for values that agree to five digits
     * @param shown its beginning, for the instructor
     */
    public record Entry(String digest, String shown) {}

    AnswerLog(Practicum practicum) {
        for (Cell.Check check : practicum.checks()) {
            checks.put(check.code(), check.answer());
        }
    }

    /** The same processes, whose checks are noted. */
    Supplier<CellRunner> of(Supplier<CellRunner> processes) {
        return () -> new Noting(processes.get());
    }

    Map<String, Entry> entries() {
        return entries;
    }

    private void note(String id, CellOutcome outcome) {
        for (Output output : outcome.outputs()) {
            data(output)
                    .map(JsonObject.class::cast)
                    .map(json -> json.get("value"))
                    .ifPresent(value -> entries.put(id, new Entry(digest(value), shown(value))));
        }
    }

    /** The value as feedback words it; what is no value at all, as it stands. */
    private static String shown(JsonElement value) {
        try {
            return Summary.of(ValueJson.fromJson(value));
        } catch (AnswerException e) {
            String text = value.toString();
            return text.substring(0, Math.min(SHOWN, text.length()));
        }
    }

    private static Optional<JsonElement> data(Output output) {
        Map<String, JsonElement> data = output instanceof Output.Display display
                ? display.data()
                : output instanceof Output.Result result ? result.data() : Map.of();
        return Optional.ofNullable(data.get(MIME)).filter(JsonObject.class::isInstance);
    }

    static String digest(JsonElement value) {
        var text = new StringBuilder();
        write(value, text);
        return Digest.sha256(text.toString()).substring(0, 16);
    }

    private static void write(JsonElement value, StringBuilder text) {
        if (value instanceof JsonObject object) {
            new TreeMap<>(object.asMap()).forEach((name, each) -> {
                text.append(name).append(':');
                write(each, text);
            });
        } else if (value.isJsonArray()) {
            text.append('[');
            value.getAsJsonArray().forEach(each -> write(each, text));
            text.append(']');
        } else {
            text.append(rounded(value)).append(',');
        }
    }

    private static String rounded(JsonElement value) {
        if (value instanceof JsonPrimitive number && number.isNumber()) {
            try {
                return new BigDecimal(number.getAsString())
                        .round(SAME)
                        .stripTrailingZeros()
                        .toString();
            } catch (NumberFormatException e) {
                return number.getAsString();
            }
        }
        return value.toString();
    }

    private final class Noting extends Relay {
        Noting(CellRunner process) {
            super(process);
        }

        @Override
        public CellOutcome run(String code) {
            var outcome = super.run(code);
            String id = checks.get(code);
            if (id != null) {
                note(id, outcome);
            }
            return outcome;
        }
    }
}
