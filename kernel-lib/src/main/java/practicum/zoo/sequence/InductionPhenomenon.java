package practicum.zoo.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.world.sequence.ChainWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Whether a model says again what was said before, which heads do it, and when they formed. */
record InductionPhenomenon(ChainWorld world) implements Phenomenon<Transformer> {
    static final int TEXTS = 64;
    static final int PERIOD = 24;
    static final long SEED = 1000;
    static final List<String> PRACTICUMS = List.of("10_attention_heads", "23_training_dynamics");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        List<Measurement> all = new ArrayList<>();
        if (model.config().nLayers() > 1) { // one layer cannot, which is what it ships for
            all.addAll(induction(model));
            all.addAll(new FeedingPhenomenon(world).measure(subject));
            all.add(best(
                    "previous-token head",
                    "attention to the syllable before",
                    "the same heads with their weights shuffled",
                    detectors(model, world).previousToken()));
        }
        all.add(bigrams(model));
        if (!subject.snapshots().isEmpty()) {
            all.add(onset(subject));
        }
        return List.copyOf(all);
    }

    private List<Measurement> induction(Transformer model) {
        double[] again = losses(model, seed -> world.repeated(PERIOD, seed));
        double[] others = losses(model, seed -> world.unrepeated(PERIOD, seed));
        return List.of(
                new Measurement(
                        "induction: loss",
                        "nats by which syllables said a second time are easier than the first time",
                        again[0] - again[1],
                        "other syllables the second time",
                        others[0] - others[1],
                        0.05,
                        PRACTICUMS),
                best(
                        "induction: best head",
                        "attention to what followed the same syllable before",
                        "in text without repetition",
                        detectors(model, world).induction()));
    }

    static HeadDetectors detectors(Transformer model, ChainWorld world) {
        return HeadDetectors.of(model, 16, PERIOD, SEED).withWords(world.syllables());
    }

    private static Measurement best(String name, String measures, String control, HeadScores scores) {
        HeadScores.Entry best = scores.best();
        return new Measurement(
                name, measures + ", head " + best.label(), best.score(), control, best.control(), 0.02, PRACTICUMS);
    }

    /** The mean loss of the first and of the second half of texts, but for the first syllable of each. */
    private static double[] losses(Transformer model, LongFunction<String> texts) {
        try (Scope scope = Scope.open()) {
            String[] all = LongStream.range(SEED, SEED + TEXTS).mapToObj(texts).toArray(String[]::new);
            Run run = model.run(model.tokenizer().tokens(all), Recording.none());
            Tensor logProbs = run.logits().logSoftmax(-1);
            double[] sums = new double[2];
            float[] flat = logProbs.toFloatArray();
            int words = model.config().dVocab();
            int length = run.tokens().length();
            for (int row = 0; row < TEXTS; row++) {
                long[] ids = run.tokens().row(row);
                for (int i = 1; i + 1 < length; i++) {
                    boolean second = i > PERIOD;
                    if (i != PERIOD) { // whether a repeat begins cannot be known
                        sums[second ? 1 : 0] -= flat[(row * length + i) * words + (int) ids[i + 1]];
                    }
                }
            }
            return new double[] {sums[0] / TEXTS / (PERIOD - 1), sums[1] / TEXTS / (PERIOD - 1)};
        }
    }

    /** How near the model's predictions after one syllable are to the chain: total variation, a mean. */
    private Measurement bigrams(Transformer model) {
        return new Measurement(
                "bigrams: overlap",
                "share of the chain's probability that the model's prediction after one syllable has in common with it",
                overlap(model, 0),
                "with what follows the next syllable of the alphabet",
                overlap(model, 1),
                0.02,
                PRACTICUMS);
    }

    private double overlap(Transformer model, int shift) {
        float[][] chain = world.transitions().toMatrix();
        try (Scope scope = Scope.open()) {
            String[] all = world.syllables().toArray(String[]::new);
            float[][] said = model.run(model.tokenizer().tokens(all), Recording.none())
                    .logits()
                    .select(1, -1)
                    .softmax(-1)
                    .toMatrix();
            double sum = 0;
            for (int row = 0; row < all.length; row++) {
                for (int next = 0; next < all.length; next++) {
                    sum += Math.min(
                            said[row][(int) model.tokenizer().id(all[next])], chain[(row + shift) % all.length][next]);
                }
            }
            return sum / all.length;
        }
    }

    /** Between which checkpoints the loss falls most, beside how little it falls on average. */
    private Measurement onset(Subject<Transformer> subject) {
        List<Integer> steps = subject.snapshots();
        double most = 0;
        int when = 0;
        double[] gains = new double[steps.size()];
        for (int i = 0; i < gains.length; i++) {
            double[] losses = losses(subject.at().apply(steps.get(i)), seed -> world.repeated(PERIOD, seed));
            gains[i] = losses[0] - losses[1];
            if (i > 0 && gains[i] - gains[i - 1] > most) {
                most = gains[i] - gains[i - 1];
                when = i;
            }
        }
        return new Measurement(
                "induction: onset",
                "nats won between checkpoints " + steps.get(Math.max(0, when - 1)) + " and " + steps.get(when),
                most,
                "mean over all checkpoints",
                (gains[gains.length - 1] - gains[0]) / (gains.length - 1),
                0.05,
                PRACTICUMS);
    }
}
