package practicum.zoo.language;

import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.world.LanguageWorld;
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
        String[] repeated = texts(true);
        String[] once = texts(false);
        Transformer model = subject.model();
        return List.of(
                new Measurement(
                        "induction: accuracy",
                        "share of random words predicted the second time they are said",
                        accuracy(model, repeated),
                        "other words the second time",
                        accuracy(model, once),
                        0.02,
                        PRACTICUMS),
                new Measurement(
                        "induction: best head",
                        "attention of " + bestHead(model, repeated)
                                + " from a word to the one that followed it the first time, mean",
                        bestScore(model, repeated),
                        "best head of the untrained model",
                        bestScore(subject.untrained(), repeated),
                        0.02,
                        PRACTICUMS));
    }

    private String[] texts(boolean repeated) {
        return IntStream.range(0, SEQUENCES)
                .mapToObj(i -> {
                    String text = world.repeated(PERIOD, SEED + i);
                    if (repeated) {
                        return text;
                    }
                    List<String> words = List.of(text.split(" "));
                    List<String> others =
                            List.of(world.repeated(PERIOD, SEED + i + SEQUENCES).split(" "));
                    return String.join(" ", words.subList(0, PERIOD)) + " "
                            + String.join(" ", others.subList(0, PERIOD));
                })
                .toArray(String[]::new);
    }

    /** Predictions from the second word said again, when the first has shown that a repeat began. */
    private static double accuracy(Transformer model, String[] texts) {
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

    /** For each head, the mean attention from a repeated word to the one after its first occurrence: [layer][head]. */
    static double[][] scores(Transformer model, String[] texts) {
        try (Scope scope = Scope.open()) {
            Run run = model.run(model.tokenizer().tokens(texts), Recording.of(HookPoint.PATTERN));
            double[][] scores =
                    new double[model.config().nLayers()][model.config().nHeads()];
            int length = run.tokens().length();
            for (int layer = 0; layer < scores.length; layer++) {
                float[] pattern = run.get(Hook.pattern(layer)).toFloatArray(); // [batch, head, query_pos, key_pos]
                for (int row = 0; row < texts.length; row++) {
                    for (int head = 0; head < scores[layer].length; head++) {
                        int matrix = (row * scores[layer].length + head) * length * length;
                        for (int i = length - PERIOD; i < length; i++) {
                            scores[layer][head] +=
                                    pattern[matrix + i * length + i - PERIOD + 1] / (PERIOD * texts.length);
                        }
                    }
                }
            }
            return scores;
        }
    }

    private static double bestScore(Transformer model, String[] texts) {
        return IntStream.range(0, model.config().nLayers())
                .boxed()
                .flatMapToDouble(layer -> java.util.Arrays.stream(scores(model, texts)[layer]))
                .max()
                .orElseThrow();
    }

    private static String bestHead(Transformer model, String[] texts) {
        double[][] scores = scores(model, texts);
        String best = "";
        double highest = -1;
        for (int layer = 0; layer < scores.length; layer++) {
            for (int head = 0; head < scores[layer].length; head++) {
                if (scores[layer][head] > highest) {
                    highest = scores[layer][head];
                    best = "head " + layer + "." + head;
                }
            }
        }
        return best;
    }
}
