package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a lens reads off the residual stream of one prompt: logits after each layer, at each position. Row 0 is the
 * embedding, row l the stream after l blocks; the last row is the model's own output.
 */
public final class LensReading {
    private final String lens;
    private final Transformer model;
    private final List<String> prompt;
    private final Tensor logits;

    LensReading(String lens, Transformer model, List<String> prompt, Tensor logits) {
        this.lens = lens;
        this.model = model;
        this.prompt = prompt;
        this.logits = logits;
    }

    /** Logits read off the stream [layer, pos, d_vocab]; there is one layer more than the model has blocks. */
    public Tensor logits() {
        return logits;
    }

    /** Probabilities read off the stream [layer, pos, d_vocab]. */
    public Tensor probs() {
        return logits.softmax(-1);
    }

    /** The probability of a token as the next one [layer, pos]. */
    public Tensor prob(String token) {
        return probs().select(2, (int) model.tokenizer().id(token));
    }

    /** The likeliest token after each layer at each position: a row of labels for each layer. */
    public List<List<String>> tokens() {
        Tensor best = logits.argMax(-1);
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < best.size(0); l++) {
            List<String> row = new ArrayList<>();
            for (long id : best.get(l).toLongArray()) {
                row.add(model.label(id));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * How far each layer's reading is from the model's output: KL(final ‖ layer) in nats [layer, pos]; the last row is 0.
     */
    public Tensor klToFinal() {
        Tensor logProbs = logits.logSoftmax(-1);
        Tensor last = logProbs.get(-1);
        return last.exp().mul(last.sub(logProbs)).sum(-1);
    }

    /** The likeliest token after each layer at each position, coloured by its probability. */
    public Figure plot() {
        List<String> layers = Stream.concat(
                        Stream.of("embedding"),
                        Stream.iterate(0, l -> l + 1)
                                .limit(model.config().nLayers())
                                .map(l -> "after " + l))
                .toList();
        return Plot.lens(prompt, layers, tokens(), probs().max(-1))
                .titled(lens + " on " + model.config().name());
    }

    /** The likeliest token after each layer at one position, with its probability. */
    public Table top(int position) {
        int p = position < 0 ? position + prompt.size() : position;
        if (p < 0 || p >= prompt.size()) {
            throw new ModelException(
                    "There is no position " + position + ": the prompt has " + prompt.size() + " tokens.");
        }
        List<List<String>> labels = tokens();
        double[] best = probs().max(-1).select(1, p).toDoubleArray();
        IntColumn layers = IntColumn.create("layer");
        StringColumn tokens = StringColumn.create("token");
        for (int l = 0; l < labels.size(); l++) {
            layers.append(l);
            tokens.append(labels.get(l).get(p));
        }
        return Table.create("After \"" + prompt.get(p) + "\"")
                .addColumns(layers, tokens, DoubleColumn.create("probability", best));
    }

    @Override
    public String toString() {
        return lens + " on \"" + String.join("", prompt) + "\": " + logits;
    }
}
