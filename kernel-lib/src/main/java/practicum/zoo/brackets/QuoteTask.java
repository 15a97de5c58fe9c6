package practicum.zoo.brackets;

import java.util.List;
import practicum.method.CircuitPruning;
import practicum.model.Transformer;
import practicum.world.Prompt;
import practicum.world.brackets.CodeTask;
import practicum.world.brackets.CodeWorld;
import practicum.world.brackets.NestingPart;

/** The choice of the closing quote, for which circuits are searched. */
final class QuoteTask {
    /** The loss that Gao et al. (2025) prune to, in nats; by chance it is 0.69. */
    static final double TARGET = 0.15;

    private static final int PROMPTS = 32;

    private QuoteTask() {}

    static CircuitPruning pruning(Transformer model, CodeWorld world) {
        List<Prompt> prompts = world.prompts(CodeTask.QUOTE, NestingPart.TRAIN, PROMPTS, 1);
        long[] answers = prompts.stream()
                .mapToLong(prompt -> model.tokenizer().id(prompt.answer()))
                .toArray();
        long[] foils = prompts.stream()
                .mapToLong(prompt -> model.tokenizer().id(prompt.foil()))
                .toArray();
        String[] texts = prompts.stream().map(Prompt::text).toArray(String[]::new);
        return CircuitPruning.of(model, model.tokenizer().tokens(texts), CircuitPruning.choice(answers, foils));
    }
}
