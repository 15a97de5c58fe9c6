package practicum.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.Prompt;

/** How a model answers prompts whose next word is known. */
public record Answering(List<Answer> answers) {
    private static final int BATCH = 64;

    /**
     * What came after one prompt.
     *
     * @param prompt the question
     * @param top the likeliest next token
     * @param probability of the true answer
     * @param logitDiff the answer's logit less the foil's
     */
    public record Answer(Prompt prompt, String top, double probability, double logitDiff) {
        /** Whether the answer is the likeliest of all tokens. */
        public boolean isRight() {
            return top.equals(prompt.answer());
        }
    }

    public Answering {
        answers = List.copyOf(answers);
    }

    /** Asks every prompt. */
    public static Answering of(Transformer model, List<Prompt> prompts) {
        List<Answer> answers = new ArrayList<>();
        try (Progress progress = Progress.start("Asking " + model.config().name(), prompts.size())) {
            for (int from = 0; from < prompts.size(); from += BATCH) {
                int to = Math.min(prompts.size(), from + BATCH);
                ask(model, prompts.subList(from, to), answers);
                progress.advance(to - from);
            }
        }
        return new Answering(answers);
    }

    private static void ask(Transformer model, List<Prompt> prompts, List<Answer> answers) {
        try (Scope scope = Scope.open()) {
            String[] texts = prompts.stream().map(Prompt::text).toArray(String[]::new);
            Tensor logits = model.run(model.tokenizer().tokens(texts), Recording.none())
                    .logits()
                    .select(1, -1);
            float[][] scores = logits.toMatrix();
            float[][] probabilities = logits.softmax(-1).toMatrix();
            for (int i = 0; i < scores.length; i++) {
                answers.add(answer(model, prompts.get(i), scores[i], probabilities[i]));
            }
        }
    }

    private static Answer answer(Transformer model, Prompt prompt, float[] logits, float[] probabilities) {
        int right = (int) model.tokenizer().id(prompt.answer());
        int wrong = (int) model.tokenizer().id(prompt.foil());
        int top = 0;
        for (int id = 1; id < logits.length; id++) {
            top = logits[id] > logits[top] ? id : top;
        }
        return new Answer(prompt, model.label(top), probabilities[right], logits[right] - logits[wrong]);
    }

    /** Only the answers to prompts of one group. */
    public Answering group(String group) {
        return new Answering(answers.stream()
                .filter(answer -> answer.prompt.group().equals(group))
                .toList());
    }

    /** The share that is right: the answer is the likeliest of all tokens. */
    public double accuracy() {
        return mean(answer -> answer.isRight() ? 1 : 0);
    }

    /** The share in which the answer is likelier than the foil. */
    public double preference() {
        return mean(answer -> answer.logitDiff > 0 ? 1 : 0);
    }

    /** The mean of the answer's logit less the foil's. */
    public double logitDiff() {
        return mean(Answer::logitDiff);
    }

    /** The mean probability of the answer. */
    public double probability() {
        return mean(Answer::probability);
    }

    private double mean(ToDoubleFunction<Answer> of) {
        return answers.stream().mapToDouble(of).average().orElse(Double.NaN);
    }
}
