package practicum.zoo.arithmetic;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.Split;
import practicum.world.arithmetic.FourierBasis;
import practicum.world.arithmetic.ModularAddition;
import practicum.world.arithmetic.Sum;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether a model of modular addition has found the rule, when, and whether it is the paper's: a few frequencies carry
 * its embedding.
 */
record GrokkingPhenomenon(ModularAddition world) implements Phenomenon<Transformer> {
    private static final int KEY_FREQUENCIES = 5;
    private static final double KNOWN = 0.99;
    private static final List<String> PRACTICUMS = List.of("08_probing", "23_training_dynamics");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        int memorised = first(subject, Split.TRAIN);
        int grokked = first(subject, Split.HELD_OUT);
        return List.of(
                new Measurement(
                        "sums: held out",
                        "share of sums right that were never trained on",
                        accuracy(subject.model(), Split.HELD_OUT),
                        "when the trained sums were memorised, after step " + memorised,
                        accuracy(subject.at().apply(memorised), Split.HELD_OUT),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "grokking: gap",
                        "steps from 99 % of the trained sums (by checkpoint " + memorised
                                + ") to 99 % of the held-out ones" + " (by checkpoint " + grokked + "), in thousands",
                        (grokked - memorised) / 1000.0,
                        "the same, had both come at once",
                        0,
                        0,
                        PRACTICUMS),
                new Measurement(
                        "fourier: embedding",
                        "share of the embedding's variance in its " + KEY_FREQUENCIES + " largest frequencies of "
                                + new FourierBasis(world.modulus()).frequencies(),
                        concentration(subject.model()),
                        "untrained model",
                        concentration(subject.untrained()),
                        0.01,
                        PRACTICUMS),
                new Measurement(
                        "fourier: logits",
                        "share of the logits' variance that depends on a + b − c alone, as the paper's rule does",
                        alongSums(subject.model()),
                        "when the trained sums were memorised",
                        alongSums(subject.at().apply(memorised)),
                        0.02,
                        PRACTICUMS));
    }

    private int first(Subject<Transformer> subject, Split split) {
        IntFunction<Transformer> at = subject.at();
        OptionalInt first = subject.snapshots().stream()
                .mapToInt(Integer::intValue)
                .filter(step -> accuracy(at.apply(step), split) >= KNOWN)
                .findFirst();
        return first.orElse(subject.snapshots().get(subject.snapshots().size() - 1));
    }

    private double accuracy(Transformer model, Split split) {
        try (Scope scope = Scope.open()) {
            Tensor top = logits(model, world.sums(split)).argMax(-1);
            long[] said = top.toLongArray();
            long[] right = world.answers(split).toLongArray();
            int count = 0;
            for (int i = 0; i < said.length; i++) {
                count += said[i] == right[i] ? 1 : 0;
            }
            return (double) count / said.length;
        }
    }

    /** Logits of the numbers after "=" [sum, number]. */
    private Tensor logits(Transformer model, List<Sum> sums) {
        long[][] ids = sums.stream()
                .map(sum -> new long[] {sum.a(), sum.b(), world.modulus()})
                .toArray(long[][]::new);
        Tensor logits = model.run(Tokens.ofIds(ids), Recording.none()).logits();
        return logits.select(1, -1).narrow(-1, 0, world.modulus());
    }

    private double concentration(Transformer model) {
        Tensor numbers = model.W_E().narrow(0, 0, world.modulus());
        double[] shares = new FourierBasis(world.modulus()).shares(numbers);
        Arrays.sort(shares);
        return Arrays.stream(shares).skip(shares.length - KEY_FREQUENCIES).sum();
    }

    /** The variance of the means over all (a, b, c) with one a + b − c, as a share of all. */
    private double alongSums(Transformer model) {
        int p = world.modulus();
        List<Sum> all = java.util.stream.IntStream.range(0, p * p)
                .mapToObj(i -> new Sum(i / p, i % p, (i / p + i % p) % p))
                .toList();
        float[][] logits;
        try (Scope scope = Scope.open()) {
            Tensor raw = logits(model, all);
            logits = raw.sub(raw.mean(-1).unsqueeze(-1)).toMatrix();
        }
        double[] sums = new double[p];
        double squares = 0;
        for (int i = 0; i < logits.length; i++) {
            for (int c = 0; c < p; c++) {
                sums[Math.floorMod(all.get(i).answer() - c, p)] += logits[i][c];
                squares += logits[i][c] * (double) logits[i][c];
            }
        }
        return Arrays.stream(sums).map(sum -> sum * sum / (p * p)).sum() / squares;
    }
}
