package practicum.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a metric becomes when one part of a run is replaced by the same part of another: measured for every part, or
 * estimated. A value.
 */
public final class PatchingScores {
    private final String title;
    private final String metricName;
    private final List<Axis> axes;
    private final Tensor perPrompt;
    private final Tensor base;
    private final Tensor source;

    /**
     * Scores of parts.
     *
     * @param axes what the parts are, outermost first
     * @param perPrompt the metric with each part replaced [axes.., batch]
     * @param base the metric with nothing replaced [batch]
     * @param source the metric of the run that the parts come from [batch]
     */
    PatchingScores(String title, String metricName, List<Axis> axes, Tensor perPrompt, Tensor base, Tensor source) {
        this.title = title;
        this.metricName = metricName;
        this.axes = List.copyOf(axes);
        List<String> names = new ArrayList<>(axes.stream().map(Axis::name).toList());
        names.add("batch");
        this.perPrompt = perPrompt.named(names.toArray(String[]::new));
        this.base = base.named("batch");
        this.source = source.named("batch");
    }

    PatchingScores keptBy(Scope scope) {
        List.of(perPrompt, base, source).forEach(scope::keep);
        return this;
    }

    /** The metric with each part replaced, averaged over the prompts: [layer, pos], [layer, head] or [layer, pos, head]. */
    public Tensor metric() {
        return perPrompt.mean(-1);
    }

    /** The same for each prompt: [.., batch]. */
    public Tensor metricPerPrompt() {
        return perPrompt;
    }

    /** The metric with nothing replaced, averaged over the prompts. */
    public double base() {
        return base.mean().item();
    }

    /** The metric of the run that the parts come from, averaged over the prompts. */
    public double source() {
        return source.mean().item();
    }

    /** By how much replacing each part changes the metric: patched − base. */
    public Tensor effect() {
        return metric().sub(base());
    }

    /**
     * How far replacing each part takes the metric on the way from the base run to the source run:
     * (patched − base) / (source − base). 0 is no effect; 1 is as if everything had been replaced.
     *
     * @throws ModelException if the metric does not tell the two runs apart
     */
    public Tensor normalized() {
        double distance = source() - base();
        if (Math.abs(distance) <= 1e-6 * Math.max(1, Math.abs(base()))) {
            throw new ModelException("The metric \"" + metricName + "\" is " + base() + " in one run and " + source()
                    + " in the other, so effects cannot be given as a share of the difference. Choose prompts that it"
                    + " tells apart, or read effect().");
        }
        return effect().div(distance);
    }

    /** A heat map of {@link #normalized}; heads of each layer are rows of their own where there are positions too. */
    public Figure plot() {
        Tensor values = normalized();
        double reach = Math.max(1e-6, values.abs().max().item());
        Scale scale = Scale.diverging("share of the difference in " + metricName, reach);
        boolean flat = axes.size() == 2;
        Tensor matrix = flat ? values : values.permute(0, 2, 1).reshape(-1, values.size(1));
        Axis rows = flat ? axes.get(0) : Axis.of("layer.head", layersAndHeads());
        return Plot.heatmap(matrix, rows, axes.get(1), scale).titled(title);
    }

    private List<String> layersAndHeads() {
        return axes.get(0).labels().stream()
                .flatMap(l -> axes.get(2).labels().stream().map(h -> l + "." + h))
                .toList();
    }

    /** A row for each part, the largest effects first. */
    public Table table() {
        float[] metrics = metric().toFloatArray();
        Integer[] order = IntStream.range(0, metrics.length)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(metrics[b] - base()), Math.abs(metrics[a] - base())))
                .toArray(Integer[]::new);
        Table table = Table.create(title);
        for (int axis = 0; axis < axes.size(); axis++) {
            StringColumn labels = StringColumn.create(axes.get(axis).name());
            for (int part : order) {
                labels.append(axes.get(axis).labels().get(index(part, axis)));
            }
            table.addColumns(labels);
        }
        DoubleColumn metric = DoubleColumn.create(metricName);
        DoubleColumn effect = DoubleColumn.create("effect");
        for (int part : order) {
            metric.append(metrics[part]);
            effect.append(metrics[part] - base());
        }
        return table.addColumns(metric, effect);
    }

    /** The place along an axis of a part, which is numbered row by row. */
    private int index(int part, int axis) {
        int inner = 1;
        for (int a = axis + 1; a < axes.size(); a++) {
            inner *= axes.get(a).labels().size();
        }
        return part / inner % axes.get(axis).labels().size();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s %.4f → %.4f, %s", title, metricName, base(), source(), metric());
    }
}
