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
import practicum.answer.Variant;

/**
 * What a check cell calls: hands an answer over as data, shows it, and says at once whether it is right, where the
 * notebook's folder has the file of visible expectations.
 */
public final class Answers {
    /** The MIME type under which an answer's data stand beside its picture. */
    static final String MIME = "application/vnd.practicum.answer+json";

    private static volatile Optional<Expectations> expectations = Optional.empty();
    private static volatile Attempts attempts = new Attempts();
    private static volatile Optional<Variant> variant = Optional.empty();

    private Answers() {}

    /**
     * Names the practicum that this notebook belongs to, in its first cell.
     *
     * @param stem the file name of the notebook without its ending
     */
    public static void practicum(String stem) {
        practicum(stem, Path.of("expected"));
    }

    /**
     * Names the practicum that this notebook belongs to, where each student has numbers of their own.
     *
     * @param stem the file name of the notebook without its ending
     * @param student the student's id, as the course knows it
     * @param variants how many variants there are
     */
    public static void practicum(String stem, String student, int variants) {
        practicum(stem, student, variants, Path.of("expected"));
    }

    static void practicum(String stem, String student, int variants, Path folder) {
        if (student.isBlank()) {
            expectations = Optional.empty();
            variant = Optional.empty();
            Front.current()
                    .display(PracticumCard.withoutVerdicts(
                            stem,
                            "write your student id between the quotes of this cell and run it again, because your"
                                    + " numbers depend on it"));
            return;
        }
        practicum(Variant.of(stem, student, variants), folder);
    }

    /**
     * Names the practicum and the variant of it that this notebook runs.
     *
     * @param stem the file name of the notebook without its ending
     * @param index the variant, from 0
     */
    public static void practicum(String stem, int index) {
        practicum(new Variant(stem, index), Path.of("expected"));
    }

    private static void practicum(Variant chosen, Path folder) {
        practicum(chosen.fileName(), folder);
        variant = Optional.of(chosen);
    }

    /**
     * The seed of this notebook's variant: what the numbers start from that differ between students.
     *
     * @throws IllegalStateException where the first cell has not named a variant
     */
    public static long variant() {
        return variant.orElseThrow(() -> new IllegalStateException("Whose numbers these are is not known. Write your"
                        + " student id between the quotes of the first code cell, and run it."))
                .seed();
    }

    static void practicum(String stem, Path folder) {
        expectations = Optional.empty();
        variant = Optional.empty();
        attempts = new Attempts();
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
        DisplayData data = AnswerCard.of(id, value, expectations, attempts).display(answer);
        data.putData(MIME, json(id, value));
        Front.current().display(data);
    }

    /** Shows which checks of this notebook have passed since the kernel started; it is no grade. */
    public static void status() {
        DisplayData card = expectations
                .map(known -> StatusCard.of(known, attempts).display())
                .orElseGet(() -> new DisplayData(
                        "Nothing is known of this notebook's checks: run its first cell, which names the practicum."));
        Front.current().display(card);
    }

    private static JsonObject json(String id, Value value) {
        var json = new JsonObject();
        json.addProperty("id", id);
        json.add("value", ValueJson.toJson(value));
        return json;
    }
}
