package practicum.method;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
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
        return new Loss(new Scoring(model).batches(tokens));
    }

    /** The loss in a run that has been made, with its interventions. */
    public static Loss of(Run run) {
        return new Loss(new Scoring(run.model()).predictions(run.tokens(), run.logits(), 1));
    }

    /**
     * The loss on a text of any length.
     *
     * @param stride by how many tokens each window goes on: what it shares with the one before is context for its tokens
     * @throws ModelException if the stride is not from 1 to the context's length less 1
     */
    public static Loss ofText(Transformer model, String text, int stride) {
        return ofIds(model, model.tokenizer().tokens(text).row(0), stride);
    }

    /** The loss on ids of any number; a beginning-of-sequence token that they begin with is put in front of every window. */
    public static Loss ofIds(Transformer model, long[] ids, int stride) {
        return new Loss(new Scoring(model).windows(ids, stride));
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
                Locale.ROOT,
                "Loss %.3f nats a token over %,d tokens, perplexity %.2f, accuracy %.1f %%",
                mean(),
                predictions.size(),
                perplexity(),
                100 * accuracy());
    }
}
