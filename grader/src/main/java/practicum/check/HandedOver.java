package practicum.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.answer.AnswerException;
import practicum.answer.Value;
import practicum.answer.ValueJson;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;

/** What a check's cell handed over: one answer of the right name, or a reason why there is none. */
sealed interface HandedOver {
    /** The MIME type under which an answer's data stand. */
    String MIME = "application/vnd.practicum.answer+json";

    /** An answer, right or wrong. */
    record Answer(Value value) implements HandedOver {}

    /** No answer, and why, in a sentence. */
    record Nothing(String reason) implements HandedOver {}

    /** Something that one call of {@code answer} does not make. */
    record Forged(String reason) implements HandedOver {}

    /** Reads the outputs of a check's cell; whatever is unclear is no answer. */
    static HandedOver of(CellOutcome outcome, String id) {
        return outcome.status() == Status.OK ? shown(outcome.outputs(), id) : new Nothing(Failures.of(outcome));
    }

    /** Reads the outputs of a check's cell that ran to its end. */
    static HandedOver shown(List<Output> outputs, String id) {
        var answers = answers(outputs);
        if (answers.isEmpty()) {
            return new Nothing("The check ran, but handed over no answer.");
        } else if (answers.size() > 1) {
            return new Forged("The check handed over " + answers.size() + " answers where one was asked for.");
        }
        return read(answers.get(0), id);
    }

    private static HandedOver read(JsonElement json, String id) {
        if (!(json instanceof JsonObject object)
                || !object.keySet().equals(Set.of("id", "value"))
                || !(object.get("id") instanceof JsonPrimitive name)
                || !name.isString()) {
            return new Forged("What the check handed over is no answer.");
        } else if (!name.getAsString().equals(id)) {
            return new Forged("The check handed over an answer to something else.");
        }
        try {
            return new Answer(ValueJson.fromJson(object.get("value")));
        } catch (AnswerException e) {
            return new Forged("What the check handed over cannot be read: " + e.getMessage());
        }
    }

    private static List<JsonElement> answers(List<Output> outputs) {
        var answers = new ArrayList<JsonElement>();
        for (Output output : outputs) {
            Map<String, JsonElement> data = output instanceof Output.Display display
                    ? display.data()
                    : output instanceof Output.Result result ? result.data() : Map.of();
            JsonElement answer = data.get(MIME);
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers;
    }
}
