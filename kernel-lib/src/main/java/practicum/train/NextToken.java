package practicum.train;

import java.util.LinkedHashMap;
import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.TextStream;

/** The language model's objective: the mean of −log p(next token), in nats, over a batch of the world's text. */
final class NextToken implements Objective {
    private final ModelConfig config;
    private final Map<String, Tensor> frozen;
    private final TextStream text;
    private final Recipe recipe;

    /**
     * @param frozen parameters that are not trained
     * @param text sequences of the recipe's context length
     */
    NextToken(ModelConfig config, Map<String, Tensor> frozen, TextStream text, Recipe recipe) {
        this.config = config;
        this.frozen = frozen;
        this.text = text;
        this.recipe = recipe;
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int step) {
        Map<String, Tensor> all = new LinkedHashMap<>(frozen);
        all.putAll(parameters);
        Tokens tokens = Tokens.ofIds(text.batch(recipe.batch(), recipe.seed() + step));
        Tensor logits = new Transformer(config, Weights.of(config, all), null).logits(tokens);
        return AdamW.SCRIPT.call("next_token_loss", logits, tokens.ids());
    }
}
