package practicum.bench;

import java.util.List;
import java.util.function.Supplier;
import practicum.hook.Hook;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Single runs: forward, with everything recorded, with one change. Naively, a graph is recorded for the parameters. */
record ForwardCases(Subject subject) {
    List<BenchCase> all() {
        Sizes s = subject.sizes();
        Transformer model = subject.model();
        Tokens prompt = subject.tokens(1, s.prompt(), 1);
        double flops = flops(1, s.prompt());
        return List.of(
                forward(1, s.prompt()).aiming(Aim.atMostTheLimitTimes(1.35)),
                forward(s.rows(), s.prompt()).aiming(Aim.atMostTheLimitTimes(1.12)),
                forward(1, s.longPrompt()),
                BenchCase.of(
                                "record everything " + size(1, s.prompt()),
                                () -> some(model.run(prompt).logits()))
                        .withFlops(flops),
                BenchCase.of(
                                "one edit " + size(1, s.prompt()),
                                () -> some(model.run(
                                                prompt,
                                                Recording.none(),
                                                Hook.z(1).head(1).ablate())
                                        .logits()))
                        .withFlops(flops));
    }

    private BenchCase forward(int rows, int length) {
        Tokens tokens = subject.tokens(rows, length, 1);
        Transformer model = subject.model();
        Supplier<Transformer> withGradients = new Once<>(subject::withGradients);
        return BenchCase.of(
                        "forward " + size(rows, length),
                        () -> some(model.run(tokens, Recording.none()).logits()))
                .withFlops(flops(rows, length))
                .naively(() -> {
                    try (GradMode on = GradMode.on()) {
                        return some(withGradients.get().logits(tokens));
                    }
                });
    }

    private double flops(int rows, int length) {
        return subject.blockFlops(rows, length) + subject.unembeddingFlops(rows * length);
    }

    static String size(int rows, int length) {
        return rows + "×" + length;
    }

    /** The logits of the last position: enough to compare, and quickly read. */
    private static float[] some(Tensor logits) {
        return logits.detach().get(0, -1).toFloatArray();
    }
}
