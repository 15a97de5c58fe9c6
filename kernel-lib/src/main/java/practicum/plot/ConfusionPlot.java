package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import practicum.plot.Shape.Anchor;

/** How often each truth was taken for what: counts, coloured by their share of the row. */
final class ConfusionPlot {
    private static final Scale SHARE = Scale.sequential("share of the row", 0, 1);
    private static final double NARROWEST = 40;
    private static final double WIDEST = 84;
    private static final double HEIGHT = 30;

    private ConfusionPlot() {}

    static Figure of(List<String> truth, List<String> predicted) {
        Require.some(Require.all(truth, "true labels").size(), "true labels");
        Require.same(
                Require.all(predicted, "predicted labels").size(), "predicted labels", truth.size(), "true labels");
        var names = new TreeSet<>(truth);
        names.addAll(predicted);
        List<String> labels = List.copyOf(names);
        long[][] counts = new long[labels.size()][labels.size()];
        for (int i = 0; i < truth.size(); i++) {
            counts[labels.indexOf(truth.get(i))][labels.indexOf(predicted.get(i))]++;
        }
        return of(counts, labels);
    }

    static Figure of(long[][] counts, List<String> labels) {
        Require.some(Require.all(labels, "labels").size(), "labels");
        Require.same(Require.given(counts, "counts").length, "rows of counts", labels.size(), "labels");
        for (int i = 0; i < counts.length; i++) {
            Require.same(Require.given(counts[i], "row " + i).length, "counts in row " + i, labels.size(), "labels");
            for (long count : counts[i]) {
                Require.that(count >= 0, "Row %d has the count %d; things are counted from 0.", i, count);
            }
        }
        List<String> shown = TokenText.labels(labels);
        Axis rows = new Axis("truth", shown);
        Axis columns = new Axis("predicted", shown);
        double room = (Theme.CONTENT - Grid.gutter(rows, Theme.SMALL) - 60) / labels.size();
        double wanted = Grid.widest(shown, Theme.SMALL) + 10;
        double width =
                Math.floor(Math.max(Math.min(NARROWEST, Math.max(14, room)), Math.min(Math.min(wanted, WIDEST), room)));
        double height = Math.min(HEIGHT, Math.max(16, width));
        Grid.Cells cells = (i, j) -> cell(counts, shown, i, j);
        Picture picture = new Grid(rows, columns, width, height, Theme.SMALL, false).draw(cells, legend(counts));
        return Figure.of(picture, twin(counts, shown), "Confusion");
    }

    private static Grid.@Nullable Cell cell(long[][] counts, List<String> labels, int i, int j) {
        long row = Arrays.stream(counts[i]).sum();
        double share = row == 0 ? 0 : (double) counts[i][j] / row;
        String hint = "truth %s, predicted %s: %d of %d (%s)"
                .formatted(labels.get(i), labels.get(j), counts[i][j], row, percent(share));
        return new Grid.Cell(SHARE.color(share), counts[i][j] == 0 ? "" : "" + counts[i][j], i == j, hint);
    }

    private static Picture legend(long[][] counts) {
        Picture bar = ColorBar.of(SHARE);
        String words = right(counts);
        Canvas canvas = new Canvas().place(0, 0, bar);
        canvas.text(bar.width() + 24, 11, words, Theme.SMALL, Theme.MUTED, Anchor.START);
        return canvas.sized(bar.width() + 24 + Theme.SMALL.width(words), ColorBar.HEIGHT);
    }

    private static String right(long[][] counts) {
        long all = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        long right = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
        }
        return "right: %d of %d%s".formatted(right, all, all == 0 ? "" : " (" + percent((double) right / all) + ")");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String twin(long[][] counts, List<String> labels) {
        TextTable table = new TextTable().row("", labels);
        for (int i = 0; i < counts.length; i++) {
            List<String> row = new ArrayList<>();
            for (long count : counts[i]) {
                row.add(Long.toString(count));
            }
            table.row(labels.get(i), row);
        }
        return "Counts (rows: truth, columns: predicted), " + right(counts) + "\n" + table;
    }
}
