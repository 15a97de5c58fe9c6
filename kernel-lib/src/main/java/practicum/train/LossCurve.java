package practicum.train;

import java.util.ArrayList;
import java.util.List;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Series;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How the loss fell, in nats (or in the objective's own unit).
 *
 * @param losses the loss of each step, before it was taken
 * @param heldOut what was measured on the way on data that is not trained on
 */
public record LossCurve(List<Float> losses, List<HeldOut> heldOut) {
    /** The most points that a plot draws. */
    private static final int POINTS = 400;

    /**
     * A loss on data that is not trained on.
     *
     * @param steps the steps made before
     * @param loss the loss then
     */
    public record HeldOut(int steps, double loss) {}

    public LossCurve {
        losses = List.copyOf(losses);
        heldOut = List.copyOf(heldOut);
    }

    /** The mean loss of the last steps, at most {@code count} of them; not a number where there are none. */
    public double last(int count) {
        return mean(Math.max(0, losses.size() - count), losses.size());
    }

    /** For each step the mean loss of it and those before, at most {@code window} of them together. */
    public double[] smoothed(int window) {
        double[] smooth = new double[losses.size()];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = mean(Math.max(0, i + 1 - window), i + 1);
        }
        return smooth;
    }

    private double mean(int from, int to) {
        return losses.subList(from, to).stream()
                .mapToDouble(Float::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** A row for each step: its loss, the mean of those about it, and the held-out loss after it where it was measured. */
    public Table table() {
        double[] smooth = smoothed(window());
        IntColumn step = IntColumn.create("step");
        DoubleColumn loss = DoubleColumn.create("loss");
        DoubleColumn mean = DoubleColumn.create("smoothed");
        DoubleColumn other = DoubleColumn.create("held out");
        for (int i = 0; i < smooth.length; i++) {
            int done = i + 1;
            step.append(done);
            loss.append((double) losses.get(i));
            mean.append(smooth[i]);
            heldOut.stream()
                    .filter(measured -> measured.steps() == done)
                    .findFirst()
                    .ifPresentOrElse(measured -> other.append(measured.loss()), other::appendMissing);
        }
        return Table.create("Loss", step, loss, mean, other);
    }

    /** The smoothed loss over the steps, and the held-out loss where there is one. */
    public Figure plot() {
        if (losses.isEmpty()) {
            throw new TrainingException("There is no loss to plot: no step was made.");
        }
        double[] smooth = smoothed(window());
        int stride = (smooth.length + POINTS - 1) / POINTS;
        List<Integer> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = (smooth.length - 1) % stride; i < smooth.length; i += stride) {
            steps.add(i + 1);
            values.add(smooth[i]);
        }
        List<Series> series = new ArrayList<>(List.of(Series.of("training", steps, values)));
        if (!heldOut.isEmpty()) {
            series.add(Series.of(
                    "held out",
                    heldOut.stream().map(HeldOut::steps).toList(),
                    heldOut.stream().map(HeldOut::loss).toList()));
        }
        return Plot.line("step", "loss", series).titled("Loss");
    }

    private int window() {
        return Math.max(1, losses.size() / 50);
    }
}
