package practicum.method;

import java.util.ArrayList;
import java.util.List;
import practicum.hook.Hook;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The logit lens: what the model would say if it stopped after each layer.
 *
 * <p>Every block adds to one residual stream, and the unembedding reads that stream at the end. The lens reads it
 * earlier: the stream after a layer, through the final normalisation and the unembedding. Row 0 is the embedding, row l
 * the stream after l blocks; the last row is the model's own output.
 *
 * <p>Source: nostalgebraist, "interpreting GPT: the logit lens" (2020); it needs {@code hook_resid_pre} of every layer
 * and {@code hook_resid_post} of the last.
 */
public final class LogitLens {
    private final Run run;
    private final Tensor logits;

    private LogitLens(Run run, Tensor logits) {
        this.run = run;
        this.logits = logits;
    }

    /**
     * The lens on a run of one prompt.
     *
     * @throws practicum.hook.HookException if the run did not record the residual stream
     */
    public static LogitLens of(Run run) {
        Transformer model = run.model();
        List<Tensor> rows = new ArrayList<>();
        for (int l = 0; l < model.config().nLayers(); l++) {
            rows.add(read(model, run.get(Hook.residPre(l))));
        }
        rows.add(read(model, run.get(Hook.residPost(model.config().nLayers() - 1))));
        return new LogitLens(run, Tensor.stack(0, rows).named("layer", "pos", "d_vocab"));
    }

    private static Tensor read(Transformer model, Tensor stream) {
        return model.unembed(model.lnFinal(stream)).get(0);
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
        return probs().select(2, (int) run.model().tokenizer().id(token));
    }

    /** The likeliest token after each layer at each position: a row of labels for each layer. */
    public List<List<String>> tokens() {
        Tensor best = logits.argMax(-1);
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < best.size(0); l++) {
            List<String> row = new ArrayList<>();
            for (long id : best.get(l).toLongArray()) {
                row.add(run.model().label(id));
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
        List<String> layers = new ArrayList<>();
        layers.add("embedding");
        for (int l = 0; l < run.model().config().nLayers(); l++) {
            layers.add("after " + l);
        }
        return Plot.lens(run.tokens().labels(), layers, tokens(), probs().max(-1))
                .titled("Logit lens on " + run.model().config().name());
    }

    /** The likeliest token after each layer at one position. */
    public Table top(int position) {
        List<List<String>> labels = tokens();
        int p = position < 0 ? position + run.tokens().length() : position;
        Table table = Table.create("After \"" + run.tokens().labels().get(p) + "\"");
        IntColumn layers = IntColumn.create("layer");
        StringColumn best = StringColumn.create("token");
        for (int l = 0; l < labels.size(); l++) {
            layers.append(l);
            best.append(labels.get(l).get(p));
        }
        return table.addColumns(layers, best);
    }
}
