package practicum.zoo.language;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.method.HeadDetectors;
import practicum.method.HeadScores;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.world.language.LanguageWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Induction (Olsson et al. 2022, arXiv 2209.11895): in random words said twice, the second time can be predicted, and some
 * head attends from each word to the one that followed it the first time. The control says other words the second time.
 */
record InductionPhenomenon(LanguageWorld world) implements Phenomenon<Transformer> {
    private static final int SEQUENCES = 24;
    private static final int PERIOD = 20;
    private static final long SEED = 77;
    private static final List<String> PRACTICUMS = List.of("10_attention_heads", "16_circuit_discovery");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Transformer model = subject.model();
        HeadDetectors detectors = HeadDetectors.of(model, SEQUENCES, PERIOD, SEED)
                .withWords(world.repeated().words());
        return List.of(
                new Measurement(
                        "induction: accuracy",
                        "share of random words predicted the second time they are said",
                        accuracy(model, true),
                        "other words the second time",
                        accuracy(model, false),
                        0.02,
                        PRACTICUMS),
                head(
                        "induction: best head",
                        "to what followed the same word before",
                        "repeats shuffled",
                        detectors.induction()),
                head("previous-token head", "to the word before", "weights shuffled", detectors.previousToken()));
    }

    private static Measurement head(String name, String where, String control, HeadScores scores) {
        HeadScores.Entry best = scores.best();
        return new Measurement(
                name,
                "attention of head " + best.label() + " " + where + ", mean",
                best.score(),
                control,
                best.control(),
                0.02,
                PRACTICUMS);
    }

    /** Predictions from the second word said again, when the first has shown that a repeat began. */
    private double accuracy(Transformer model, boolean again) {
        Random random = Seeds.random(SEED);
        String[] texts = IntStream.range(0, SEQUENCES)
                .mapToObj(i -> String.join(" ", text(again, random)))
                .toArray(String[]::new);
        try (Scope scope = Scope.open()) {
            Run run = model.run(model.tokenizer().tokens(texts), Recording.none());
            long[] top = run.logits().argMax(-1).toLongArray();
            int length = run.tokens().length();
            int right = 0;
            int asked = 0;
            for (int row = 0; row < texts.length; row++) {
                long[] ids = run.tokens().row(row);
                for (int i = length - PERIOD + 1; i + 1 < length; i++) {
                    right += top[row * length + i] == ids[i + 1] ? 1 : 0;
                    asked++;
                }
            }
            return (double) right / asked;
        }
    }

    private List<String> text(boolean again, Random random) {
        List<String> twice = world.repeated().repeat(PERIOD, random);
        if (again) {
            return twice;
        }
        List<String> others = world.repeated().repeat(PERIOD, random);
        return IntStream.range(0, 2 * PERIOD)
                .mapToObj(i -> i < PERIOD ? twice.get(i) : others.get(i))
                .toList();
    }
}
