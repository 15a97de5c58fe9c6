package practicum.train;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final long first;
    private final @Nullable Function<long[], float[]> weights;

    /** @param text sequences of the plan's context length */
    public NextToken(ModelConfig config, TextStream text, Recipe recipe) {
        this(config, text, recipe, recipe.seed() * BATCHES_PER_SEED, null);
    }

    private NextToken(
            ModelConfig config,
            TextStream text,
            Recipe recipe,
            long first,
            @Nullable Function<long[], float[]> weights) {
        this.config = config;
        this.text = text;
        this.recipe = recipe;
        this.first = first;
        this.weights = weights;
    }

    /** The same on text that begins elsewhere, whatever the recipe's seed: with this batch, as the stream counts them. */
    public NextToken from(long firstBatch) {
        return new NextToken(config, text, recipe, firstBatch, weights);
    }

    /**
     * The same with a mean in which some tokens count more than others.
     *
     * @param newWeights how much each token of a sequence counts when it is predicted; the first never is
     */
    public NextToken weighted(Function<long[], float[]> newWeights) {
        return new NextToken(config, text, recipe, first, newWeights);
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        long[][] ids = text.batch(recipe.batch(), first + batch);
        Tokens tokens = Tokens.ofIds(ids);
        Tensor logits = new Transformer(config, Weights.of(config, parameters), null).logits(tokens);
        return weights == null
                ? AdamW.SCRIPT.call("next_token_loss", logits, tokens.ids())
                : AdamW.SCRIPT.call("weighted_next_token_loss", logits, tokens.ids(), weights(ids, weights));
    }

    private static Tensor weights(long[][] ids, Function<long[], float[]> weights) {
        float[] all = new float[ids.length * ids[0].length];
        for (int row = 0; row < ids.length; row++) {
            System.arraycopy(weights.apply(ids[row]), 0, all, row * ids[0].length, ids[0].length);
        }
        return Tensor.of(all, ids.length, ids[0].length);
    }
}
