package practicum.bench;

import java.util.List;
import practicum.model.Recording;
import practicum.model.Sampling;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Greedy continuation of a prompt. Naively, the model reads everything again for each token. The limit is one pass of the
 * prompt and then, for each token, one product of a vector with every weight matrix: the time it takes to read them.
 */
record GenerationCase(Subject subject) {
    BenchCase one() {
        Sizes s = subject.sizes();
        Tokens prompt = subject.tokens(1, s.sweepPrompt(), 1);
        Transformer model = subject.model();
        String name = "generate " + s.generated() + " after " + s.sweepPrompt();
        return BenchCase.of(name, () -> ids(model.generate(prompt, s.generated(), Sampling.greedy(), token -> {})))
                .aiming(Aim.atMostTheLimitTimes(1.05))
                .naively(() -> {
                    Tokens tokens = prompt;
                    for (int i = 0; i < s.generated(); i++) {
                        try (Scope scope = Scope.open()) {
                            Tensor last =
                                    model.run(tokens, Recording.none()).logits().get(0, -1);
                            long next = (long) last.argMax(0).item();
                            tokens = tokens.append(new long[] {next}, List.of("#" + next));
                        }
                    }
                    return ids(tokens);
                })
                .limitedBy(() -> {
                    model.run(prompt, Recording.none());
                    for (int i = 1; i < s.generated(); i++) {
                        readAllWeights();
                    }
                    return new float[0];
                });
    }

    private void readAllWeights() {
        try (Scope scope = Scope.open()) {
            subject.model().weights().byName().forEach((name, w) -> {
                boolean isTable = name.startsWith("pos_embed") || name.startsWith("embed");
                if (w.rank() == 2 && !isTable) {
                    Tensor.ones(1, w.size(0)).matMul(w);
                }
            });
            Tensor unembedding = subject.model().W_U();
            Tensor.ones(1, unembedding.size(0)).matMul(unembedding);
        }
    }

    private static float[] ids(Tokens tokens) {
        long[] row = tokens.row(0);
        float[] ids = new float[row.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = row[i];
        }
        return ids;
    }
}
