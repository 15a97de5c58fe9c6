package practicum.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.train.AdamW;

/** Trains the translators of a {@link TunedLens}, all layers at once: none depends on another. */
final class TunedLensTraining {
    private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.999, 1e-8, 0, 1e9);

    private final Transformer model;
    private final Tokens text;
    private final TunedLensSettings settings;
    private final LensError error;

    TunedLensTraining(Transformer model, Tokens text, TunedLensSettings settings) {
        this.model = model;
        this.text = text;
        this.settings = settings;
        error = new LensError(model, text);
    }

    TunedLens run() {
        Map<String, Tensor> identity = new LinkedHashMap<>();
        TunedLens.shapes(model.config().nLayers(), model.config().dModel())
                .forEach((name, shape) -> identity.put(name, Tensor.zeros(shape)));
        AdamW optimiser = new AdamW(OPTIMISER, identity);
        Random random = Seeds.random(settings.seed());
        try (Progress progress =
                Progress.start("Tuning a lens for " + model.config().name(), settings.steps())) {
            for (int step = 0; step < settings.steps(); step++) {
                double rate = settings.rate() * (settings.steps() - step) / settings.steps();
                float loss = step(optimiser, rate, rows(random));
                progress.advance(1);
                progress.note(String.format(Locale.ROOT, "KL %.3f", loss));
            }
        }
        return new TunedLens(model, noWorse(optimiser.parameters(), identity));
    }

    private int[] rows(Random random) {
        return random.ints(Math.min(settings.batch(), text.batch()), 0, text.batch())
                .toArray();
    }

    /** Returns the mean divergence over layers before the step. */
    private float step(AdamW optimiser, double rate, int[] rows) {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Map<String, Tensor> translators = optimiser.parameters();
            Tensor loss = Tensor.stack(0, error.means(translators, rows)).sum();
            float value = loss.item();
            if (!Float.isFinite(value)) {
                throw new ModelException(
                        "The lens's divergence is " + value + ": lower the rate of " + settings.rate() + ".");
            }
            List<Tensor> gradients = Autograd.grad(loss, List.copyOf(translators.values()));
            optimiser.step(gradients, rate);
            return value / model.config().nLayers();
        }
    }

    /** The identity in place of what is not better on the text. */
    private Map<String, Tensor> noWorse(Map<String, Tensor> trained, Map<String, Tensor> identity) {
        double[] before = error.of(Map.of());
        double[] after = error.of(trained);
        Map<String, Tensor> chosen = new LinkedHashMap<>();
        for (int l = 0; l < before.length; l++) {
            Map<String, Tensor> better = after[l] < before[l] ? trained : identity;
            for (String name : List.of(TunedLens.matrix(l), TunedLens.bias(l))) {
                chosen.put(
                        name, java.util.Objects.requireNonNull(better.get(name)).detach());
            }
        }
        return chosen;
    }
}
