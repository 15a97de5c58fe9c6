package practicum.notebook;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.answer.AnswerException;
import practicum.answer.Expectations;
import practicum.answer.Value;
import practicum.answer.ValueJson;

/**
 * What a check cell calls: hands an answer over as data, shows it, and says at once whether it is right, where the
 * notebook's folder has the file of visible expectations.
 */
public final class Answers {
    /** The MIME type under which an answer's data stand beside its picture. */
    static final String MIME = "application/vnd.practicum.answer+json";

    private static volatile Optional<Expectations> expectations = Optional.empty();

    private Answers() {}

    /**
     * Names the practicum that this notebook belongs to, in its first cell.
     *
     * @param stem the file name of the notebook without its ending
     */
    public static void practicum(String stem) {
        practicum(stem, Path.of("expected"));
    }

    static void practicum(String stem, Path folder) {
        expectations = Optional.empty();
        DisplayData card;
        try {
            expectations = read(stem, folder);
            card = expectations
                    .map(PracticumCard::of)
                    .orElseGet(() -> PracticumCard.withoutVerdicts(
                            stem, "there is no file expected/" + stem + ".json beside the notebook"));
        } catch (IOException | AnswerException e) {
            card = PracticumCard.withoutVerdicts(stem, String.valueOf(e.getMessage()));
        }
        Front.current().display(card);
    }

    private static Optional<Expectations> read(String stem, Path folder) throws IOException {
        if (!stem.matches("[\\w-]+")) {
            throw new AnswerException("“" + stem + "” is no name of a practicum, such as 09_logit_lens.");
        }
        Path file = folder.resolve(stem + ".json");
        return Files.isRegularFile(file) ? Optional.of(Expectations.read(file)) : Optional.empty();
    }

    /**
     * Hands an answer over.
     *
     * @param id the check's name, as in "lens.top"
     * @param answer a number, text, tensor, array, list, set, map, table or chart
     * @throws AnswerException where the value cannot be an answer
     */
    public static void answer(String id, @Nullable Object answer) {
        Value value = Value.of(answer);
        DisplayData data = AnswerCard.of(id, value, expectations).display(answer);
        data.putData(MIME, json(id, value));
        Front.current().display(data);
    }

    private static JsonObject json(String id, Value value) {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.add("value", ValueJson.toJson(value));
        return json;
    }
}
