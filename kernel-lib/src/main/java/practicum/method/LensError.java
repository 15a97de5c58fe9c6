package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** How far lenses' readings are from a model's output on a text: KL(output ‖ reading) in nats, for each layer. */
final class LensError {
    private static final int ROWS = 8;

    private final Transformer model;
    private final Tokens text;

    LensError(Transformer model, Tokens text) {
        this.model = model;
        this.text = text;
    }

    /** The mean for each layer over all tokens but padding. */
    double[] of(Map<String, Tensor> translators) {
        double[] sums = new double[model.config().nLayers()];
        double count = 0;
        try (Progress progress = Progress.start("Reading texts by a lens", text.batch())) {
            for (int from = 0; from < text.batch(); from += ROWS) {
                int[] rows = IntStream.range(from, Math.min(text.batch(), from + ROWS))
                        .toArray();
                try (GradMode off = GradMode.off();
                        Scope scope = Scope.open()) {
                    List<Tensor> means = means(translators, rows);
                    double tokens = IntStream.of(rows)
                            .mapToLong(r -> (long) text.length() - text.padding(r))
                            .sum();
                    for (int l = 0; l < sums.length; l++) {
                        sums[l] += tokens * means.get(l).item();
                    }
                    count += tokens;
                }
                progress.advance(rows.length);
            }
        }
        for (int l = 0; l < sums.length; l++) {
            sums[l] /= count;
        }
        return sums;
    }

    /** The mean for each layer over some rows, each a scalar that can be differentiated by the translators. */
    List<Tensor> means(Map<String, Tensor> translators, int... rows) {
        long[][] ids = IntStream.of(rows).mapToObj(text::row).toArray(long[][]::new);
        int[] padding = IntStream.of(rows).map(text::padding).toArray();
        List<Hook> hooks =
                LogitLens.streams(model.config()).subList(0, model.config().nLayers());
        Run run = model.run(Tokens.ofPaddedIds(ids, padding), Recording.of(hooks.toArray(Hook[]::new)));
        Tensor counted = counted(padding);
        Tensor output = run.logProbs();
        Tensor probabilities = output.exp();
        List<Tensor> means = new ArrayList<>();
        for (int l = 0; l < hooks.size(); l++) {
            Tensor stream = TunedLens.translated(translators, l, run.get(hooks.get(l)));
            Tensor read = model.unembed(model.lnFinal(stream)).logSoftmax(-1);
            Tensor kl = output.sub(read).mul(probabilities).sum(-1); // [batch, pos]
            means.add(kl.mul(counted).sum());
        }
        return means;
    }

    /** For each token its weight in the mean: none for padding [batch, pos]. */
    private Tensor counted(int[] padding) {
        int length = text.length();
        float[] weights = new float[padding.length * length];
        int tokens = padding.length * length - IntStream.of(padding).sum();
        for (int r = 0; r < padding.length; r++) {
            for (int p = padding[r]; p < length; p++) {
                weights[r * length + p] = 1f / tokens;
            }
        }
        return Tensor.of(weights, padding.length, length);
    }
}
