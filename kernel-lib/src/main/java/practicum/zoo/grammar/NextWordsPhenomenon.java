package practicum.zoo.grammar;

import java.util.Arrays;
import java.util.List;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.token.Tokens;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** How much better a model knows the next word than how often words occur, beside a reader of pairs of words. */
record NextWordsPhenomenon(GrammarWorld world) implements Phenomenon<Transformer> {
    private static final int TEXTS = 256;
    private static final int COUNTED = 2000;
    private static final double PRIOR = 0.05;
    private static final long SEED = 1_000_000; // behind all seeds of the training
    private static final List<String> PRACTICUMS = List.of("01_transformers_from_scratch");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        int length = subject.model().config().nCtx();
        long[][] texts = world.stream(length).batch(TEXTS, SEED);
        long[][] counted = world.stream(length).batch(COUNTED, SEED + 1);
        int words = subject.model().config().dVocab();
        double unigrams = loss(texts, counted, words, false);
        return List.of(new Measurement(
                "next words",
                "nats a word by which the next is better known than from how often each occurs",
                unigrams - loss(subject.model(), texts),
                "from the word before",
                unigrams - loss(texts, counted, words, true),
                0.02,
                PRACTICUMS));
    }

    private static double loss(Transformer model, long[][] texts) {
        try (Scope scope = Scope.open()) {
            return model.run(Tokens.ofIds(texts), Recording.none()).loss();
        }
    }

    /** The mean of −log p of each word but the first, p from counts: of pairs, or of words alone. */
    private static double loss(long[][] texts, long[][] counted, int words, boolean pairs) {
        double[][] counts = new double[pairs ? words : 1][words];
        for (double[] row : counts) {
            Arrays.fill(row, PRIOR);
        }
        for (long[] text : counted) {
            for (int i = 1; i < text.length; i++) {
                counts[pairs ? (int) text[i - 1] : 0][(int) text[i]]++;
            }
        }
        double sum = 0;
        int all = 0;
        for (long[] text : texts) {
            for (int i = 1; i < text.length; i++) {
                double[] row = counts[pairs ? (int) text[i - 1] : 0];
                sum -= Math.log(row[(int) text[i]] / Arrays.stream(row).sum());
                all++;
            }
        }
        return sum / all;
    }
}
