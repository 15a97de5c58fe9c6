package practicum.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import practicum.plot.Shape.Anchor;

/** Attention patterns: row i shows where the token at position i looks. */
final class AttentionPlot {
    private static final Scale SCALE = Scale.sequential("attention", 0, 1);
    private static final double PANEL_GAP = 18;
    private static final double TITLE = 18;
    private static final int NAMED = 3;
    private static final double TOLERANCE = 1e-3;
    private static final double FAINTEST = 0.02;

    private final double[][] pattern;
    private final List<String> names;
    private final boolean causal;

    private AttentionPlot(double[][] pattern, List<String> tokens) {
        this.pattern = pattern;
        this.names = TokenText.distinct(tokens);
        this.causal = isCausal(pattern);
    }

    static Figure head(float[][] weights, List<String> tokens) {
        var plot = new AttentionPlot(valid(weights, tokens, "attention pattern"), tokens);
        Axis from = Axis.tokens("from", tokens);
        Axis to = Axis.tokens("to", tokens);
        double room = Theme.CONTENT - Grid.gutter(from, Theme.TOKEN) - 70;
        double cell = Math.max(13, Math.min(30, Math.floor(room / tokens.size())));
        Picture picture = new Grid(from, to, cell, cell, Theme.TOKEN, false).draw(plot::cell, ColorBar.of(SCALE));
        return Figure.of(picture, "Each token and where it attends most:\n" + plot.twin(), "Attention pattern");
    }

    static Figure heads(float[][][] weights, List<String> tokens, List<String> headNames) {
        Require.some(Require.given(weights, "attention patterns").length, "heads");
        Require.all(tokens, "tokens");
        Require.all(headNames, "head names");
        Require.same(headNames.size(), "head names", weights.length, "patterns");
        int perRow = perRow(weights.length);
        double room = (Theme.CONTENT - (perRow - 1) * PANEL_GAP) / perRow;
        double cell = Math.max(2, Math.min(16, Math.floor(room / Math.max(1, tokens.size()))));
        double side = cell * tokens.size();
        double across = Math.max(side, Grid.widest(headNames, Theme.LABEL)) + PANEL_GAP;
        double down = TITLE + side + PANEL_GAP;
        Axis blank = Axis.blank(tokens.size());
        Canvas canvas = new Canvas();
        TextTable table = new TextTable();
        for (int h = 0; h < weights.length; h++) {
            String name = headNames.get(h);
            var plot = new AttentionPlot(valid(weights[h], tokens, "pattern of " + name), tokens);
            double x = h % perRow * across;
            double y = Math.floorDiv(h, perRow) * down;
            canvas.text(x, y + 11, name, Theme.LABEL, Theme.INK, Anchor.START);
            canvas.place(x, y + TITLE, new Grid(blank, blank, cell, cell, Theme.TOKEN, false).draw(plot::cell, null));
            canvas.frame(x - 0.5, y + TITLE - 0.5, side, side, Theme.RIM);
            table.row(name, List.of()).tail("  " + plot.strongest());
        }
        double bottom = down * ((weights.length + perRow - 1) / perRow);
        Picture legend = ColorBar.of(SCALE);
        double width = Math.max(Math.min(perRow, weights.length) * across - PANEL_GAP, legend.width());
        Picture picture = canvas.place(0, bottom, legend).sized(width, bottom + legend.height());
        return Figure.of(
                picture, "Each head's strongest links between different tokens:\n" + table, "Attention patterns");
    }

    /** One head's pattern, checked. */
    static AttentionPlot pattern(float[][] weights, List<String> tokens, String what) {
        return new AttentionPlot(valid(weights, tokens, what), tokens);
    }

    static Picture legend() {
        return ColorBar.of(SCALE);
    }

    /** The pattern without names; what is too pale to be seen is left to the paper. */
    void thumbnail(Canvas canvas, double x, double y, double cell) {
        double side = cell * pattern.length;
        for (int i = 0; i < pattern.length; i++) {
            for (int j = 0; j < pattern.length; j++) {
                if (pattern[i][j] >= FAINTEST) {
                    canvas.box(x + j * cell, y + i * cell, cell, cell, SCALE.color(pattern[i][j]));
                }
            }
        }
        canvas.frame(x - 0.5, y - 0.5, side + 1, side + 1, Theme.RIM);
    }

    private static int perRow(int heads) {
        if (heads <= 4) {
            return heads;
        }
        return heads > 16 ? 6 : heads == 5 || heads == 6 || heads == 9 ? 3 : 4;
    }

    private Grid.@Nullable Cell cell(int from, int to) {
        double weight = pattern[from][to];
        if (causal && to > from) {
            return null;
        }
        String hint = "%s → %s: %s".formatted(names.get(from), names.get(to), Digits.exact(weight));
        return new Grid.Cell(SCALE.color(weight), "", false, hint);
    }

    private String twin() {
        TextTable table = new TextTable();
        for (int i = 0; i < pattern.length; i++) {
            double[] row = pattern[i];
            String links = IntStream.range(0, row.length)
                    .boxed()
                    .filter(j -> row[j] >= 0.005)
                    .sorted(Comparator.comparingDouble(j -> -row[j]))
                    .limit(NAMED)
                    .map(j -> names.get(j) + " " + Digits.brief(row[j]))
                    .collect(Collectors.joining(", "));
            table.row(names.get(i) + " → " + links);
        }
        return table.toString();
    }

    /** The largest weights off the diagonal and off the first token, where heads that do nothing rest. */
    String strongest() {
        List<int[]> links = new ArrayList<>();
        for (int i = 0; i < pattern.length; i++) {
            for (int j = 1; j < pattern.length; j++) {
                if (i != j && pattern[i][j] >= 0.005) {
                    links.add(new int[] {i, j});
                }
            }
        }
        String named = links.stream()
                .sorted(Comparator.comparingDouble(link -> -pattern[link[0]][link[1]]))
                .limit(NAMED)
                .map(link -> "%s → %s %s"
                        .formatted(names.get(link[0]), names.get(link[1]), Digits.brief(pattern[link[0]][link[1]])))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "none: all weight is on the token itself or on the first" : named;
    }

    private static double[][] valid(float[][] weights, List<String> tokens, String what) {
        double[][] pattern = Require.matrix(weights, tokens, tokens, what);
        for (int i = 0; i < pattern.length; i++) {
            for (int j = 0; j < pattern.length; j++) {
                Require.that(
                        pattern[i][j] >= -TOLERANCE && pattern[i][j] <= 1 + TOLERANCE,
                        "The %s at row %d, column %d is %s, which is no attention weight: they lie between 0 and 1. "
                                + "For scores before the softmax use Plot.heatmap.",
                        what,
                        i,
                        j,
                        Digits.exact(pattern[i][j]));
            }
        }
        return pattern;
    }

    /** Whether no token looks ahead. */
    private static boolean isCausal(double[][] pattern) {
        for (int i = 0; i < pattern.length; i++) {
            for (int j = i + 1; j < pattern.length; j++) {
                if (pattern[i][j] != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
