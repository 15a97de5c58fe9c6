package practicum.zoo.arithmetic;

import java.util.List;
import java.util.stream.IntStream;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.Split;
import practicum.world.arithmetic.ModularAddition;
import practicum.world.arithmetic.Sum;
import practicum.zoo.Subject;

/** What a model answers to sums modulo p. */
record SumAnswers(ModularAddition world) {
    /** The share of right answers from which on sums count as known. */
    private static final double KNOWN = 0.99;

    /** The share of sums whose right answer is the likeliest number. */
    double accuracy(Transformer model, List<Sum> sums) {
        long[] said;
        try (Scope scope = Scope.open()) {
            said = logits(model, sums).argMax(-1).toLongArray();
        }
        long right = IntStream.range(0, said.length)
                .filter(i -> said[i] == sums.get(i).answer())
                .count();
        return (double) right / said.length;
    }

    /** Logits of the numbers after "=" [sum, number]. */
    Tensor logits(Transformer model, List<Sum> sums) {
        long[][] ids = sums.stream()
                .map(sum -> new long[] {sum.a(), sum.b(), world.modulus()})
                .toArray(long[][]::new);
        Tensor logits = model.run(Tokens.ofIds(ids), Recording.none()).logits();
        return logits.select(1, -1).narrow(-1, 0, world.modulus());
    }

    /** All p² sums: a + b mod p is number a · p + b. */
    List<Sum> all() {
        int p = world.modulus();
        return IntStream.range(0, p * p)
                .mapToObj(i -> new Sum(i / p, i % p, (i / p + i % p) % p))
                .toList();
    }

    /** The held-out sums whose mirror image was trained on: whoever knows that the order does not matter knows them. */
    List<Sum> mirrored() {
        List<Sum> strangers = world.strangers();
        return world.sums(Split.HELD_OUT).stream()
                .filter(sum -> !strangers.contains(sum))
                .toList();
    }

    /** The first checkpoint at which sums are known; the last one, if they never are. */
    int known(Subject<Transformer> subject, List<Sum> sums) {
        List<Integer> steps = subject.snapshots();
        return steps.stream()
                .filter(step -> accuracy(subject.at().apply(step), sums) >= KNOWN)
                .findFirst()
                .orElse(steps.get(steps.size() - 1));
    }

    /** The model when it had just memorised its sums. */
    Transformer memorised(Subject<Transformer> subject) {
        return subject.at().apply(known(subject, world.sums(Split.TRAIN)));
    }
}
