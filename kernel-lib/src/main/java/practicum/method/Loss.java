package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How surprised a model is by each token of a text: −log p(token | those before), in nats. The mean is its cross-entropy
 * loss, and e to that mean its perplexity. The first token of each row is given, not predicted; padding is never counted.
 *
 * <p>{@link #ofText} scores texts that are longer than the model's context in windows that overlap: each token is scored
 * once, in the first window that holds it.
 */
public final class Loss {
    /**
     * A predicted token.
     *
     * @param row which prompt
     * @param position where it stands, padding and what is put in front included
     * @param id which token it is
     * @param label what it looks like
     * @param nats how surprising it was: −log of its probability
     * @param hit whether it was the likeliest
     */
    public record Prediction(int row, int position, long id, String label, double nats, boolean hit) {}

    private static final long CHUNK = 1 << 26; // logits at once: 256 MB

    private final List<Prediction> predictions;

    private Loss(List<Prediction> predictions) {
        if (predictions.isEmpty()) {
            throw new ModelException("A loss needs at least two tokens in a row: the first is given, not predicted.");
        }
        this.predictions = List.copyOf(predictions);
    }

    /** The loss on prompts. */
    public static Loss of(Transformer model, String... prompts) {
        return of(model, model.tokenizer().tokens(prompts));
    }

    /** The loss on tokens; many rows are run in several batches. */
    public static Loss of(Transformer model, Tokens tokens) {
        ModelConfig c = requireNextToken(model);
        int atOnce = (int) Math.max(1, CHUNK / ((long) tokens.length() * c.dVocab()));
        List<Prediction> all = new ArrayList<>();
        for (int from = 0; from < tokens.batch(); from += atOnce) {
            int[] rows = IntStream.range(from, Math.min(tokens.batch(), from + atOnce))
                    .toArray();
            long[][] ids = IntStream.of(rows).mapToObj(tokens::row).toArray(long[][]::new);
            int[] padding = IntStream.of(rows).map(tokens::padding).toArray();
            for (Prediction p : scored(model, Tokens.ofPaddedIds(ids, padding), 1)) {
                all.add(new Prediction(p.row + from, p.position, p.id, p.label, p.nats, p.hit));
            }
        }
        return new Loss(all);
    }

    /** The loss in a run that has been made, with its interventions. */
    public static Loss of(Run run) {
        requireNextToken(run.model());
        return new Loss(predictions(run.model(), run.tokens(), run.logits(), 1));
    }

    /**
     * The loss on a text of any length.
     *
     * @param stride by how many tokens each window goes on: what it shares with the one before is context for its tokens
     * @throws ModelException if the stride is not from 1 to the context's length less 1
     */
    public static Loss ofText(Transformer model, String text, int stride) {
        return ofIds(model, model.tokenizer().encode(text), stride);
    }

    /** The loss on ids of any number; a beginning-of-sequence token among them is put in front of every window. */
    public static Loss ofIds(Transformer model, long[] ids, int stride) {
        int window = requireNextToken(model).nCtx();
        boolean begins = ids.length > 0
                && model.hasTokenizer()
                && model.tokenizer().bosId().isPresent()
                && model.tokenizer().bosId().getAsLong() == ids[0];
        int own = window - (begins ? 1 : 0); // of the text itself
        long[] text = begins ? Arrays.copyOfRange(ids, 1, ids.length) : ids;
        if (stride < 1 || stride >= own) {
            throw new ModelException("Windows of " + own + " tokens go on by 1 to " + (own - 1)
                    + " tokens, so that each has some context, but the stride is " + stride + ".");
        }
        List<Prediction> all = new ArrayList<>();
        int scored = begins ? 0 : 1; // up to here; without a beginning the first token cannot be predicted
        for (int start = 0; scored < text.length; start += stride) {
            int end = Math.min(text.length, start + own);
            long[] part = Arrays.copyOfRange(text, start, end);
            int shift = begins ? 1 : 0;
            long[] row = begins ? withFront(ids[0], part) : part;
            for (Prediction p : scored(model, Tokens.ofIds(row), scored - start + shift)) {
                all.add(new Prediction(0, p.position + start, p.id, p.label, p.nats, p.hit));
            }
            scored = end;
        }
        return new Loss(all);
    }

    private static long[] withFront(long first, long[] rest) {
        long[] row = new long[rest.length + 1];
        row[0] = first;
        System.arraycopy(rest, 0, row, 1, rest.length);
        return row;
    }

    private static List<Prediction> scored(Transformer model, Tokens tokens, int from) {
        try (Scope scope = Scope.open()) {
            return predictions(
                    model, tokens, model.run(tokens, Recording.none()).logits(), from);
        }
    }

    /** Predictions of the tokens from a position on, but never of a row's first. */
    private static List<Prediction> predictions(Transformer model, Tokens tokens, Tensor logits, int from) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            int length = tokens.length();
            int vocabulary = logits.size(2);
            long[] best = logits.argMax(-1).toLongArray();
            long[] wanted = new long[tokens.batch() * length];
            for (int r = 0; r < tokens.batch(); r++) {
                long[] ids = tokens.row(r);
                for (int p = 0; p + 1 < length; p++) {
                    wanted[r * length + p] = (long) (r * length + p) * vocabulary + ids[p + 1];
                }
            }
            double[] logProbs =
                    logits.logSoftmax(-1).reshape(-1).take(0, Tensor.of(wanted)).toDoubleArray();
            List<Prediction> all = new ArrayList<>();
            for (int r = 0; r < tokens.batch(); r++) {
                long[] ids = tokens.row(r);
                for (int p = Math.max(from, tokens.padding(r) + 1); p < length; p++) {
                    int at = r * length + p - 1;
                    all.add(new Prediction(r, p, ids[p], model.label(ids[p]), -logProbs[at], best[at] == ids[p]));
                }
            }
            return all;
        }
    }

    private static ModelConfig requireNextToken(Transformer model) {
        if (!model.config().attention().causal()) {
            throw new ModelException("\"" + model.config().name()
                    + "\" sees the whole text at once and does not predict next tokens, so it has no such loss.");
        }
        return model.config();
    }

    /** Every predicted token, row by row. */
    public List<Prediction> predictions() {
        return predictions;
    }

    /** The surprise of every predicted token in nats, row by row. */
    public double[] nats() {
        return stream().toArray();
    }

    /** The mean surprise: the cross-entropy loss, in nats a token. */
    public double mean() {
        return stream().average().orElseThrow();
    }

    /** e to the mean surprise: among how many equally likely tokens the model as good as chooses. */
    public double perplexity() {
        return Math.exp(mean());
    }

    /** The share of tokens that were the likeliest. */
    public double accuracy() {
        return (double) predictions.stream().filter(Prediction::hit).count() / predictions.size();
    }

    private DoubleStream stream() {
        return predictions.stream().mapToDouble(Prediction::nats);
    }

    /** Every predicted token with its surprise. */
    public Table table() {
        return Table.create("Loss")
                .addColumns(
                        IntColumn.create(
                                "row",
                                predictions.stream().mapToInt(Prediction::row).toArray()),
                        IntColumn.create(
                                "position",
                                predictions.stream()
                                        .mapToInt(Prediction::position)
                                        .toArray()),
                        StringColumn.create("token", predictions.stream().map(Prediction::label)),
                        DoubleColumn.create("nats", nats()),
                        BooleanColumn.create(
                                "likeliest",
                                predictions.stream().map(Prediction::hit).toArray(Boolean[]::new)));
    }

    /** The text, each token coloured by how surprising it was. */
    public Figure plot() {
        return Plot.tokens(
                        predictions.stream().map(Prediction::label).toList(),
                        nats(),
                        Scale.of("surprise (nats)", nats()))
                .titled(toString());
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "Loss %.3f nats a token over %,d tokens, perplexity %.2f, accuracy %.1f %%",
                mean(),
                predictions.size(),
                perplexity(),
                100 * accuracy());
    }
}
