package practicum.plot;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a feature, such as a neuron or a direction of a sparse autoencoder: where it is active, and what it
 * says when it is.
 *
 * @param name the feature, as in "feature 1203"
 * @param activations its activations wherever it was looked for, zeros included
 * @param examples texts in which it is most active
 * @param promoted the tokens whose logits it raises most
 * @param suppressed the tokens whose logits it lowers most
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; a list of a million numbers would not do
public record FeatureCard(
        String name,
        double[] activations,
        List<TokenValues> examples,
        Map<String, Double> promoted,
        Map<String, Double> suppressed) {
    public FeatureCard {
        Require.given(name, "feature's name");
        Require.some(Require.given(activations, "activations").length, "activations");
        Require.finite(activations, "activations");
        activations = activations.clone();
        examples = List.copyOf(Require.all(examples, "examples"));
        promoted = ordered(Require.given(promoted, "promoted tokens"));
        suppressed = ordered(Require.given(suppressed, "suppressed tokens"));
    }

    /** A feature with its activations, wherever it was looked for. */
    public static FeatureCard of(String name, double... activations) {
        return new FeatureCard(name, activations, List.of(), Map.of(), Map.of());
    }

    /** The same with texts in which the feature is most active. */
    public FeatureCard examples(TokenValues... texts) {
        return new FeatureCard(name, activations, List.of(texts), promoted, suppressed);
    }

    /** The same with the tokens whose logits the feature raises and lowers most, and by how much. */
    public FeatureCard logits(Map<String, Double> raised, Map<String, Double> lowered) {
        return new FeatureCard(name, activations, examples, raised, lowered);
    }

    @Override
    public double[] activations() {
        return activations.clone();
    }

    /** The share of places at which the feature is active. */
    public double density() {
        return (double) active().length / activations.length;
    }

    double[] active() {
        return Arrays.stream(activations).filter(a -> a > 0).toArray();
    }

    /** The card as a picture. */
    public Figure plot() {
        return FeatureCardPlot.of(this);
    }

    private static Map<String, Double> ordered(Map<String, Double> logits) {
        Require.finite(logits.values().stream().mapToDouble(Double::doubleValue).toArray(), "logits");
        var ordered = new LinkedHashMap<String, Double>();
        logits.entrySet().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(ordered);
    }

    @Override
    public String toString() {
        return "FeatureCard[%s, active at %d of %d places]".formatted(name, active().length, activations.length);
    }
}
