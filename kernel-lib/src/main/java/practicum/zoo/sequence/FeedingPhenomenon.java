package practicum.zoo.sequence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.token.Tokens;
import practicum.weights.CompositionScores;
import practicum.weights.Folding;
import practicum.world.sequence.ChainWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether the best induction head lives on one head of the layer before, the one that looks at the syllable before: by
 * ablation, and by the weights (Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits").
 */
record FeedingPhenomenon(ChainWorld world) implements Phenomenon<Transformer> {
    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        HeadDetectors detectors = InductionPhenomenon.detectors(model, world);
        HeadScores.Entry best = detectors.induction().best();
        int previous = previousToken(model, detectors);
        double[] lost = lost(model, best, InductionPhenomenon.PERIOD, repeated());
        double[] read = read(model, best);
        return List.of(
                new Measurement(
                        "induction: fed by one head",
                        "share of head " + best.label() + "'s attention that is lost without head L0H" + previous
                                + ", which looks at the syllable before",
                        lost[previous],
                        "without any other one of layer 0, the most",
                        mostOfOthers(lost, previous),
                        0.03,
                        InductionPhenomenon.PRACTICUMS),
                new Measurement(
                        "induction: K-composition",
                        "how much of what head L0H" + previous + " writes head " + best.label()
                                + "'s keys read, by the weights",
                        read[previous],
                        "of what any other one of layer 0 writes, the most",
                        mostOfOthers(read, previous),
                        0.01,
                        InductionPhenomenon.PRACTICUMS));
    }

    private static int previousToken(Transformer model, HeadDetectors detectors) {
        HeadScores scores = detectors.previousToken();
        return IntStream.range(0, model.config().nHeads())
                .boxed()
                .max(Comparator.comparing(head -> scores.get(0, head).score()))
                .orElseThrow();
    }

    private static double mostOfOthers(double[] values, int head) {
        return IntStream.range(0, values.length)
                .filter(other -> other != head)
                .mapToDouble(other -> values[other])
                .max()
                .orElse(0);
    }

    /**
     * For each head of layer 0, the share of a later head's attention to what followed the same word before that is lost
     * without it.
     *
     * @param texts so many words each, and the same again
     */
    static double[] lost(Transformer model, HeadScores.Entry later, int period, String... texts) {
        Tokens tokens = model.tokenizer().tokens(texts);
        double whole = attention(model, later, period, tokens);
        return IntStream.range(0, model.config().nHeads())
                .mapToDouble(head -> 1
                        - attention(
                                        model,
                                        later,
                                        period,
                                        tokens,
                                        Hook.z(0).head(head).ablate())
                                / whole)
                .toArray();
    }

    /** For each head of layer 0, how much of what it writes a later head's keys read. */
    static double[] read(Transformer model, HeadScores.Entry later) {
        CompositionScores keys =
                CompositionScores.ofKeys(Folding.layerNorms(model).model());
        return IntStream.range(0, model.config().nHeads())
                .mapToDouble(head -> keys.score(0, head, later.layer(), later.head()))
                .toArray();
    }

    private static double attention(
            Transformer model, HeadScores.Entry head, int period, Tokens tokens, Intervention... changes) {
        try (Scope scope = Scope.open()) {
            Hook pattern = Hook.pattern(head.layer());
            Run run = model.run(tokens, Recording.of(pattern), changes);
            float[][] looks = run.get(pattern).select(1, head.head()).mean(0).toMatrix(); // [query_pos, key_pos]
            return IntStream.rangeClosed(period + 1, 2 * period)
                    .mapToDouble(i -> looks[i][i - period + 1])
                    .average()
                    .orElseThrow();
        }
    }

    private String[] repeated() {
        return LongStream.range(InductionPhenomenon.SEED, InductionPhenomenon.SEED + InductionPhenomenon.TEXTS)
                .mapToObj(seed -> world.repeated(InductionPhenomenon.PERIOD, seed))
                .toArray(String[]::new);
    }
}
