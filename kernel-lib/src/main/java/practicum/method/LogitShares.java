package practicum.method;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shares in a logit or in a difference of two, by part, prompt and position: what {@link DirectLogitAttribution} makes. */
public final class LogitShares {
    private static final int SHOWN = 24;

    private final Run run;
    private final String says;
    private final List<String> labels;
    private final Tensor values;

    LogitShares(Run run, String says, List<String> labels, Tensor values) {
        this.run = run;
        this.says = says;
        this.labels = List.copyOf(labels);
        this.values = values;
    }

    /** The names of the parts. */
    public List<String> labels() {
        return labels;
    }

    /** The shares in logits [part, batch, pos]. */
    public Tensor values() {
        return values;
    }

    /** All shares together [batch, pos]. */
    public Tensor sum() {
        return values.sum(0);
    }

    /** Each part's share at a position, in the mean over prompts, in logits; −1 is the last position. */
    public double[] at(int position) {
        return values.select(2, position).mean(1).toDoubleArray();
    }

    /** One part's share at the last position, in the mean over prompts, in logits. */
    public double get(String label) {
        int at = labels.indexOf(label);
        if (at < 0) {
            throw new ModelException("There is no part \"" + label + "\"; there are " + labels + ".");
        }
        return at(-1)[at];
    }

    /** The shares at the last position, the largest (of either sign) first. */
    public Table table() {
        double[] shares = at(-1);
        int[] order = largest(shares, shares.length);
        return Table.create(says)
                .addColumns(
                        StringColumn.create("part", IntStream.of(order).mapToObj(labels::get)),
                        DoubleColumn.create(
                                "logits",
                                IntStream.of(order).mapToDouble(i -> shares[i]).toArray()));
    }

    /** The shares at the last position as bars, in the model's order; of many parts the largest. */
    public Figure plot() {
        double[] shares = at(-1);
        int[] shown = IntStream.of(largest(shares, SHOWN)).sorted().toArray();
        String title = says + (shares.length > SHOWN ? ", the " + SHOWN + " largest shares" : "");
        return Plot.bars(
                        IntStream.of(shown).mapToObj(labels::get).toList(),
                        IntStream.of(shown).mapToDouble(i -> shares[i]).toArray())
                .titled(title);
    }

    /** The shares at every position of a run of one prompt. */
    public Figure plotPositions() {
        if (run.tokens().batch() != 1) {
            throw new ModelException("Positions of " + run.tokens().batch()
                    + " prompts cannot share one picture: run one, or read values().");
        }
        Tensor matrix = values.select(1, 0);
        return Plot.heatmap(
                        matrix,
                        Axis.of("part", labels),
                        Axis.tokens("token", run.tokens().labels()),
                        Scale.of("logits", matrix.toDoubleArray()))
                .titled(says);
    }

    private static int[] largest(double[] shares, int count) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(shares[i])))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String toString() {
        return "LogitShares[" + says + ", " + labels.size() + " parts]";
    }
}
