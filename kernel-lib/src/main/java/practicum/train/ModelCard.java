package practicum.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shipped model is, how it was made, and what it was measured to do: {@code card.json}, and {@code README.md} for
 * readers.
 *
 * @param name what {@code Models.load} calls it
 * @param says what it is, in a sentence
 * @param licence of the weights
 * @param plan what it was made from
 * @param command that makes it again
 * @param seconds that the training took
 * @param tokensPerSecond of the training
 * @param finalLoss mean loss of the last hundred steps, in nats per token
 * @param precision of the weights: "float16" or "float32"
 * @param sha256 of {@code model.safetensors}
 * @param limits what it cannot do
 * @param phenomena what it was measured to do
 */
public record ModelCard(
        String name,
        String says,
        String licence,
        ModelPlan plan,
        String command,
        double seconds,
        double tokensPerSecond,
        double finalLoss,
        String precision,
        String sha256,
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
            if (card == null || card.phenomena == null || card.sha256 == null) {
                throw new TrainingException("The card lacks its phenomena or its checksum. Train the model again, or"
                        + " restore " + FILE + " from version control.");
            }
            return card;
        } catch (JsonParseException e) {
            throw new TrainingException("The card is not readable JSON: " + e.getMessage(), e);
        }
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
