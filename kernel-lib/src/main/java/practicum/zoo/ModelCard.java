package practicum.zoo;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import practicum.train.Recipe;
import practicum.train.TrainingException;

/**
 * What a shipped model is, how it was made, and what it was measured to do: {@code card.json}, and {@code README.md} for
 * readers.
 *
 * @param name what {@code Models.load} or {@code Nets.load} calls it
 * @param says what it is, in a sentence
 * @param licence of the weights
 * @param made what its weights follow from: shape, data, recipe, snapshots
 * @param command that makes it again
 * @param seconds that the training took
 * @param unit what its examples are counted in
 * @param seen how many of them the training saw
 * @param finalLoss mean loss of the last hundred steps
 * @param sha256 of each file of weights, by the file's name
 * @param limits what it cannot do
 * @param phenomena what it was measured to do
 */
public record ModelCard(
        String name,
        String says,
        String licence,
        JsonObject made,
        String command,
        double seconds,
        String unit,
        long seen,
        double finalLoss,
        Map<String, String> sha256,
        List<String> limits,
        List<Measurement> phenomena) {
    /** The file beside the weights. */
    public static final String FILE = "card.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The card's text as JSON. */
    public String toJson() {
        return GSON.toJson(this) + "\n";
    }

    /** Reads what {@link #toJson} wrote. */
    public static ModelCard fromJson(String json) {
        try {
            @Nullable ModelCard card = GSON.fromJson(json, ModelCard.class);
            if (card == null || card.phenomena == null || card.sha256 == null || card.made == null) {
                throw new TrainingException(
                        "The card lacks its phenomena, its checksums, or what it was made from. Train"
                                + " the model again, or restore " + FILE + " from version control.");
            }
            return card;
        } catch (JsonParseException e) {
            throw new TrainingException("The card is not readable JSON: " + e.getMessage(), e);
        }
    }

    /** How it was trained. */
    public Recipe recipe() {
        return GSON.fromJson(made.get("recipe"), Recipe.class);
    }

    /** The measurement of a name. */
    public Measurement phenomenon(String phenomenonName) {
        return phenomena.stream()
                .filter(measurement -> measurement.name().equals(phenomenonName))
                .findFirst()
                .orElseThrow(() -> new TrainingException("The card of " + name + " measures no \"" + phenomenonName
                        + "\"; it measures "
                        + phenomena.stream().map(Measurement::name).toList() + "."));
    }

    /** Values that an independent measurement found to differ, by name: theirs. */
    public Map<String, Measurement> disagreements(List<Measurement> measured) {
        Map<String, Measurement> differing = new LinkedHashMap<>();
        for (Measurement measurement : measured) {
            if (!phenomenon(measurement.name()).agreesWith(measurement)) {
                differing.put(measurement.name(), measurement);
            }
        }
        return differing;
    }
}
