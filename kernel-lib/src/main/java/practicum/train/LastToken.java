package practicum.train;

import java.util.Arrays;
import java.util.Map;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** The objective of questions with one answer: the mean of −log p(answer), in nats, after the last token of each. */
public final class LastToken implements Objective {
    private final ModelConfig config;
    private final long[][] prompts;
    private final long[] answers;
    private final Batches batches;

    /**
     * Questions of one length, in batches of the recipe's size and in orders of its seed.
     *
     * @param prompts token ids [prompt, pos]
     * @param answers token ids [prompt]
     * @throws TrainingException if there are not as many answers as prompts, or a batch is larger than all of them
     */
    public LastToken(ModelConfig config, Tensor prompts, Tensor answers, Recipe recipe) {
        this.config = config;
        this.prompts = rows(prompts);
        this.answers = answers.toLongArray();
        if (this.prompts.length != this.answers.length) {
            throw new TrainingException("Every prompt has one answer; got " + prompts + " and " + answers + ".");
        }
        batches = new Batches(this.answers.length, recipe.batch(), recipe.seed());
    }

    private static long[][] rows(Tensor ids) {
        long[] flat = ids.toLongArray();
        long[][] rows = new long[ids.size(0)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * ids.size(1), (i + 1) * ids.size(1));
        }
        return rows;
    }

    @Override
    public Tensor loss(Map<String, Tensor> parameters, int batch) {
        int[] rows = batches.rows(batch);
        long[][] asked = new long[rows.length][];
        long[] right = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            asked[i] = prompts[rows[i]];
            right[i] = answers[rows[i]];
        }
        Tensor logits = new Transformer(config, Weights.of(config, parameters), null).logits(Tokens.ofIds(asked));
        return AdamW.SCRIPT.call("class_loss", logits.select(1, -1), Tensor.of(right));
    }
}
