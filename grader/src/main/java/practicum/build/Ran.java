package practicum.build;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import practicum.answer.AnswerException;
import practicum.answer.Value;
import practicum.answer.ValueJson;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;
import practicum.runner.CellOutcome.Status;

/** A step and what became of it. */
record Ran(Step step, CellOutcome outcome) {
    private static final String ANSWER = "application/vnd.practicum.answer+json";

    boolean ok() {
        return outcome.status() == Status.OK;
    }

    /** The answer that the step handed over under its own id, the last one where there are several. */
    Optional<Value> answer() {
        return outcome.outputs().stream()
                .map(this::answer)
                .flatMap(Optional::stream)
                .reduce((first, second) -> second);
    }

    private Optional<Value> answer(Output output) {
        Map<String, JsonElement> data = output instanceof Output.Display display ? display.data() : Map.of();
        if (!(data.get(ANSWER) instanceof JsonObject answer)
                || !new JsonPrimitive(step.answer()).equals(answer.get("id"))
                || !(answer.get("value") instanceof JsonObject value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueJson.fromJson(value));
        } catch (AnswerException malformed) {
            return Optional.empty();
        }
    }

    /** Why the step did not end well, in the words of the compiler or of the exception. */
    String failure() {
        String shown = outcome.outputs().stream()
                .filter(Output.Failure.class::isInstance)
                .map(Output.Failure.class::cast)
                .map(Ran::text)
                .collect(Collectors.joining("\n"));
        return shown.isEmpty() ? outcome.status() + " " + outcome.detail() : shown;
    }

    private static String text(Output.Failure failure) {
        List<String> lines = failure.traceback().isEmpty()
                ? List.of(failure.ename() + ": " + failure.evalue())
                : failure.traceback();
        return String.join("\n", lines).replaceAll("\u001B\\[[0-9;]*m", "").strip();
    }
}
