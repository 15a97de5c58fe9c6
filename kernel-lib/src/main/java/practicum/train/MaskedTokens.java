package practicum.train;

import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.grammar.MaskedBatch;
import practicum.world.grammar.MaskedText;

/**
 * The masked model's objective: the mean of −log p(the token that was there), in nats, over the tokens that a batch asks for
 * (Devlin et al. 2019, arXiv 1810.04805).
 */
public final class MaskedTokens implements Objective {
    /** Trainings of other seeds read other text. */
    private static final long BATCHES_PER_SEED = 1_000_003;

    private final ModelConfig config;
    private final MaskedText text;
    private final Recipe recipe;

    /**
     * Text in batches of the recipe's size.
     *
     * @throws TrainingException if the model reads from left to right only, and so would guess from half of the text
     */
    public MaskedTokens(ModelConfig config, MaskedText text, Recipe recipe) {
        if (config.attention().causal()) {
            throw new TrainingException("\"" + config.name() + "\" reads from left to right, so it cannot use what"
                    + " stands behind a hidden token. Make its shape bidirectional(), or train it with NextToken.");
        }
        this.config = config;
        this.text = text;
        this.recipe = recipe;
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        MaskedBatch hidden = text.batch(recipe.batch(), 1 + (recipe.seed() - 1) * BATCHES_PER_SEED + batch);
        Transformer model = new Transformer(config, Weights.of(config, parameters), null);
        Tensor logits = model.logits(Tokens.ofIds(hidden.ids())); // [batch, pos, d_vocab]
        Tensor targets = Tokens.ofIds(hidden.targets()).ids(); // [batch, pos]
        return AdamW.SCRIPT.call("masked_loss", logits, targets, MaskedBatch.IGNORED);
    }
}
