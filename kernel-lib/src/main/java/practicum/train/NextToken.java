package practicum.train;

import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.TextStream;

/** The language model's objective: the mean of −log p(next token), in nats, over a batch of the world's text. */
public final class NextToken implements Objective {
    /** Trainings of other seeds read other text. */
    private static final long BATCHES_PER_SEED = 1_000_003;

    private final ModelConfig config;
    private final TextStream text;
    private final Recipe recipe;

    /** @param text sequences of the plan's context length */
    public NextToken(ModelConfig config, TextStream text, Recipe recipe) {
        this.config = config;
        this.text = text;
        this.recipe = recipe;
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        Tokens tokens = Tokens.ofIds(text.batch(recipe.batch(), recipe.seed() * BATCHES_PER_SEED + batch));
        Tensor logits = new Transformer(config, Weights.of(config, parameters), null).logits(tokens);
        return AdamW.SCRIPT.call("next_token_loss", logits, tokens.ids());
    }
}
