package practicum.plot;

import java.util.List;
import practicum.plot.Shape.Anchor;

/** The patterns of all heads of a model in small: a row for each layer, a column for each head. */
final class AttentionOverview {
    private static final double GAP = 6;
    private static final double LEFT = 34;
    private static final double TOP = 34;
    private static final double LARGEST = 110;

    private AttentionOverview() {}

    static Figure of(float[][][][] layers, List<String> tokens) {
        Require.some(Require.given(layers, "attention patterns").length, "layers");
        Require.some(Require.all(tokens, "tokens").size(), "tokens");
        int heads = Require.given(layers[0], "patterns of layer 0").length;
        Require.some(heads, "heads");
        double room = Math.min(LARGEST, (Theme.CONTENT - LEFT) / heads - GAP);
        double cell = Math.max(1, Math.floor(room / tokens.size()));
        double side = cell * tokens.size();
        Canvas canvas = new Canvas();
        TextTable table = new TextTable();
        for (int h = 0; h < heads; h++) {
            canvas.text(LEFT + h * (side + GAP) + side / 2, TOP - 8, "" + h, Theme.SMALL, Theme.INK, Anchor.MIDDLE);
        }
        for (int l = 0; l < layers.length; l++) {
            Require.same(
                    Require.given(layers[l], "patterns of layer " + l).length,
                    "heads in layer " + l,
                    heads,
                    "heads in layer 0");
            double y = TOP + l * (side + GAP);
            canvas.text(LEFT - 8, y + side / 2 + 4, "" + l, Theme.SMALL, Theme.INK, Anchor.END);
            for (int h = 0; h < heads; h++) {
                String name = "layer %d, head %d".formatted(l, h);
                var pattern = AttentionPlot.pattern(layers[l][h], tokens, "pattern of " + name);
                double x = LEFT + h * (side + GAP);
                pattern.thumbnail(canvas, x, y, cell);
                canvas.hint(x, y, side, side, name + ": " + pattern.strongest());
                table.row("L%dH%d".formatted(l, h), List.of()).tail("  " + pattern.strongest());
            }
        }
        double width = LEFT + heads * (side + GAP) - GAP;
        double height = TOP + layers.length * (side + GAP) - GAP;
        canvas.text(LEFT + (width - LEFT) / 2, 11, "head", Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
        canvas.turned(11, TOP + (height - TOP) / 2, "layer", Theme.SMALL, Theme.MUTED, Anchor.MIDDLE, -90);
        Picture legend = AttentionPlot.legend();
        canvas.place(LEFT, height + 12, legend);
        Picture picture = canvas.sized(Math.max(width, LEFT + legend.width()), height + 12 + legend.height());
        return Figure.of(
                picture, "Each head's strongest links between different tokens:\n" + table, "Attention of every head");
    }
}
