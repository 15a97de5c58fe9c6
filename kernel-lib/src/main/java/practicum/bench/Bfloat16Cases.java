package practicum.bench;

import java.util.List;
import java.util.function.Supplier;
import practicum.model.Recording;
import practicum.model.Sampling;
import practicum.model.Transformer;
import practicum.tensor.Processor;
import practicum.token.Tokens;

/** What bfloat16 saves, where the processor multiplies it: the naive way is the same in float32. */
record Bfloat16Cases(Subject subject) {
    List<BenchCase> all() {
        return Processor.lacksBfloat16().isPresent() ? List.of() : List.of(forward(), generation());
    }

    private BenchCase forward() {
        Tokens prompt = subject.tokens(1, subject.sizes().prompt(), 1);
        Supplier<Transformer> rounded = new Once<>(subject.model()::inBfloat16);
        return BenchCase.of(
                        "forward " + ForwardCases.size(1, subject.sizes().prompt()) + " in bf16",
                        () -> scores(rounded.get(), prompt))
                .naively(() -> scores(subject.model(), prompt));
    }

    private BenchCase generation() {
        Tokens prompt = subject.tokens(1, subject.sizes().sweepPrompt(), 1);
        Supplier<Transformer> rounded = new Once<>(subject.model()::inBfloat16);
        return BenchCase.of(
                        "generate " + subject.sizes().generated() + " in bf16", () -> continued(rounded.get(), prompt))
                .naively(() -> continued(subject.model(), prompt));
    }

    private static float[] scores(Transformer model, Tokens prompt) {
        return model.run(prompt, Recording.none()).logits().get(0, -1).toFloatArray();
    }

    /** Nothing to compare: where two tokens are nearly as likely, another one may be chosen, and all after it differ. */
    private float[] continued(Transformer model, Tokens prompt) {
        model.generate(prompt, subject.sizes().generated(), Sampling.greedy(), token -> {});
        return new float[0];
    }
}
