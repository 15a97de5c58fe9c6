package practicum.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Direct preference optimisation (Rafailov et al. 2023, arXiv 2305.18290): the mean of −log σ(β · (m − m₀)), where m is by
 * how many nats the model finds the wanted continuation likelier than the unwanted one, and m₀ the same of the model that
 * training began with.
 */
public final class DirectPreference implements Objective {
    private static final long PADDING = 0;

    private final ModelConfig config;
    private final Map<String, Tensor> before;
    private final List<Preference> preferences;
    private final double beta;
    private final Batches batches;

    /**
     * Preferences in batches of the recipe's size and in orders of its seed.
     *
     * @param config of a causal model
     * @param before the parameters that training begins with
     * @param preferences what is preferred to what
     * @param beta how dear it is to leave the model that one began with: more leaves it less
     * @throws TrainingException if the model is not causal, β is not positive, or a batch is larger than all preferences
     */
    public DirectPreference(
            ModelConfig config, Map<String, Tensor> before, List<Preference> preferences, double beta, Recipe recipe) {
        if (!config.attention().causal()) {
            throw new TrainingException("\"" + config.name() + "\" is not causal: it gives no probability to a text.");
        }
        if (!(beta > 0)) {
            throw new TrainingException("β is positive, but it is " + beta + ".");
        }
        this.config = config;
        this.before = Map.copyOf(before);
        this.preferences = List.copyOf(preferences);
        this.beta = beta;
        batches = new Batches(preferences.size(), recipe.batch(), recipe.seed());
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        List<Preference> drawn = new ArrayList<>();
        for (int row : batches.rows(batch)) {
            drawn.add(preferences.get(row));
        }
        Tensor then;
        try (GradMode off = GradMode.off()) {
            then = margins(before, drawn);
        }
        return AdamW.SCRIPT.call("preference_loss", margins(parameters, drawn), then, beta);
    }

    /** By how many nats each wanted continuation is likelier than the unwanted one [preference]. */
    private Tensor margins(Map<String, Tensor> parameters, List<Preference> drawn) {
        Transformer model = new Transformer(config, Weights.of(config, parameters), null);
        Tensor wanted = logProbs(
                model, drawn.stream().map(p -> new Said(p.prompt(), p.wanted())).toList());
        return wanted.sub(logProbs(
                model,
                drawn.stream().map(p -> new Said(p.prompt(), p.unwanted())).toList()));
    }

    private record Said(long[] prompt, long[] words) {
        int length() {
            return prompt.length + words.length;
        }

        long token(int at) {
            return at < prompt.length ? prompt[at] : at < length() ? words[at - prompt.length] : PADDING;
        }

        boolean counts(int at) {
            return at >= prompt.length && at < length();
        }
    }

    /** The log-probability of each continuation [text]; what stands to the right of it a causal model does not see. */
    private static Tensor logProbs(Transformer model, List<Said> texts) {
        int length = texts.stream().mapToInt(Said::length).max().orElseThrow();
        long[][] ids = new long[texts.size()][length];
        float[] marks = new float[texts.size() * length];
        for (int row = 0; row < ids.length; row++) {
            for (int at = 0; at < length; at++) {
                ids[row][at] = texts.get(row).token(at);
                marks[row * length + at] = texts.get(row).counts(at) ? 1 : 0;
            }
        }
        Tokens tokens = Tokens.ofIds(ids);
        return AdamW.SCRIPT.call(
                "marked_log_probs", model.logits(tokens), tokens.ids(), Tensor.of(marks, ids.length, length));
    }
}
