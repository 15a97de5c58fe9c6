package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;
import practicum.plot.Shape.Anchor;

/**
 * What the model would say at each layer and position, if it had to say it there: the logit lens's picture. Read it
 * upward from the input: the last layer is on top. A token that is already the last layer's is bold.
 */
final class LensPlot {
    private static final Font FONT = Font.mono(11);
    private static final String SETTLED = "already the last layer's token";
    private static final double NARROWEST = 46;
    private static final double WIDEST = 96;
    private static final double HEIGHT = 24;

    private LensPlot() {}

    static Figure of(
            List<String> tokens, List<String> layers, List<List<String>> tops, double[][] values, Scale scale) {
        List<List<String>> shown = visible(tops, tokens.size(), layers.size());
        int last = layers.size() - 1;
        Axis rows = new Axis("layer", reversed(layers));
        Axis columns = Axis.tokens("token read at", tokens);
        Grid.Cells cells = (i, j) -> {
            int layer = last - i;
            String top = shown.get(layer).get(j);
            boolean settled = layer < last && top.equals(shown.get(last).get(j));
            String hint = "layer %s, at %s: %s, %s %s"
                    .formatted(
                            layers.get(layer),
                            columns.labels().get(j),
                            top,
                            scale.label(),
                            Digits.exact(values[layer][j]));
            return new Grid.Cell(scale.color(values[layer][j]), top, settled, hint);
        };
        double width = cellWidth(shown, rows, tokens.size());
        Picture picture = new Grid(rows, columns, width, HEIGHT, FONT, true).draw(cells, legend(scale));
        return Figure.of(picture, twin(columns.labels(), layers, shown, values, scale), "Logit lens");
    }

    private static Picture legend(Scale scale) {
        Picture bar = ColorBar.of(scale);
        double left = bar.width() + 28;
        Canvas canvas = new Canvas().place(0, 0, bar);
        canvas.text(left, 11, "bold", Theme.SMALL.toBold(), Theme.MUTED, Anchor.START);
        double note = left + Theme.SMALL.toBold().width("bold") + 6;
        canvas.text(note, 11, SETTLED, Theme.SMALL, Theme.MUTED, Anchor.START);
        return canvas.sized(note + Theme.SMALL.width(SETTLED), ColorBar.HEIGHT);
    }

    private static double cellWidth(List<List<String>> tops, Axis rows, int columns) {
        double wanted = 8
                + tops.stream().mapToDouble(row -> Grid.widest(row, FONT)).max().orElse(0);
        double room = (Theme.CONTENT - Grid.gutter(rows, FONT)) / columns;
        return Math.floor(Math.max(NARROWEST, Math.min(Math.min(wanted, WIDEST), room)));
    }

    private static List<List<String>> visible(List<List<String>> tops, int positions, int layers) {
        Require.same(Require.all(tops, "rows of top tokens").size(), "rows of top tokens", layers, "layers");
        List<List<String>> shown = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            Require.same(
                    Require.all(tops.get(i), "top tokens").size(), "top tokens in row " + i, positions, "positions");
            shown.add(TokenText.visible(tops.get(i)));
        }
        return shown;
    }

    private static List<String> reversed(List<String> labels) {
        List<String> reversed = new ArrayList<>(labels);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String twin(
            List<String> tokens, List<String> layers, List<List<String>> tops, double[][] values, Scale scale) {
        DoubleFunction<String> number = Digits.alike(
                2, Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray());
        TextTable table = new TextTable();
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < tokens.size(); j++) {
                cells.add(tops.get(layer).get(j) + " " + number.apply(values[layer][j]));
            }
            table.row(layers.get(layer), cells);
        }
        table.row("input", tokens);
        return "Top token and its %s, by layer (last on top) and position:\n%s".formatted(scale.label(), table);
    }
}
