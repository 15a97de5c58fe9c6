package practicum.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Simpler models that say the same: what a normalisation scales and shifts, what every head adds wherever it looks, and
 * what no probability depends on are moved out of the way, so that products of matrices mean what they seem to mean
 * (Elhage et al. 2021, "A mathematical framework for transformer circuits").
 *
 * <p>The model that is folded stays as it is. The numbers are computed in double precision, and a {@link Certificate} says
 * how far the logits of both are apart. TransformerLens does the same while it loads a model; here it is a view to be asked
 * for, because it changes what hooks show: a stream's mean, a normalised stream's scale, a value.
 *
 * <p>Normalisations of what a part writes (Gemma 2 and 3, OLMo 2) stay: nothing but the stream comes behind them.
 */
public final class Folding {
    private Folding() {}

    /** Scales and shifts of normalisations inside the matrices behind them: what stands before those is then 1 and 0. */
    public static Folded layerNorms(Transformer model) {
        return steps(model, FoldingStep.LAYER_NORMS);
    }

    /** Value biases inside attention's output bias. */
    public static Folded valueBiases(Transformer model) {
        return steps(model, FoldingStep.VALUE_BIASES);
    }

    /** Nothing writes a mean over d_model into the stream. */
    public static Folded centreWriting(Transformer model) {
        return steps(model, FoldingStep.CENTRE_WRITING);
    }

    /** Logits with the mean over the vocabulary removed: they differ from the model's by one shift per position. */
    public static Folded centreUnembed(Transformer model) {
        return steps(model, FoldingStep.CENTRE_UNEMBED);
    }

    /** All that this model allows; {@link Folded#refused()} says what it does not, and why. */
    public static Folded all(Transformer model) {
        requireGiven(model);
        Map<FoldingStep, String> refused = new LinkedHashMap<>();
        List<FoldingStep> steps = Arrays.stream(FoldingStep.values())
                .filter(step -> {
                    Optional<String> reason = step.refusal(model.config());
                    reason.ifPresent(r -> refused.put(step, r));
                    return reason.isEmpty();
                })
                .toList();
        return folded(model, steps, refused);
    }

    /**
     * Some steps, in the order of {@link FoldingStep}.
     *
     * @throws ModelException if this model does not allow one; the message says why
     */
    public static Folded steps(Transformer model, FoldingStep... steps) {
        requireGiven(model);
        if (steps == null || Arrays.asList(steps).contains(null)) {
            throw new ModelException(
                    "Name the steps of folding, such as FoldingStep.LAYER_NORMS; one of them is null.");
        }
        for (FoldingStep step : steps) {
            step.refusal(model.config()).ifPresent(reason -> {
                throw new ModelException("\"" + model.config().name() + "\" cannot have " + step + ": " + reason + ".");
            });
        }
        return folded(model, Arrays.stream(steps).distinct().sorted().toList(), Map.of());
    }

    private static void requireGiven(Transformer model) {
        if (model == null) {
            throw new ModelException("Give the model that is to be folded; got null.");
        }
    }

    private static Folded folded(Transformer model, List<FoldingStep> steps, Map<FoldingStep, String> refused) {
        Draft draft;
        Map<String, Tensor> parameters;
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            draft = draft(model, steps);
            parameters = draft.floats();
            parameters.values().forEach(scope::keep);
        }
        ModelConfig config = draft.config().withName(model.config().name() + ", folded");
        return new Folded(model, model.with(config, Weights.of(config, parameters)), steps, refused);
    }

    /** The folded parameters in double precision. */
    static Draft draft(Transformer model, List<FoldingStep> steps) {
        Draft draft = new Draft(model.config(), model.weights());
        int layers = model.config().nLayers();
        try (Progress progress = Progress.start("Folding " + model.config().name(), (long) steps.size() * layers)) {
            for (FoldingStep step : steps) {
                step.begin(draft);
                for (int layer = 0; layer < layers; layer++) {
                    step.applyToBlock(draft, layer);
                    progress.advance(1);
                }
                step.end(draft);
            }
        }
        return draft;
    }
}
