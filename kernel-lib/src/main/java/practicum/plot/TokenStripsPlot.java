package practicum.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import practicum.plot.Shape.Anchor;

/** A text with several values for each token: a strip of colour for each below the words, named on the left. */
final class TokenStripsPlot {
    private static final Font FONT = Font.mono(13);
    private static final double WORDS = 19;
    private static final double STRIP = 10;
    private static final double GAP = 12;
    private static final double LONGEST_NAME = 150;
    private static final int MOST = 8;

    private final List<String> tokens;
    private final List<Series> rows;
    private final Scale scale;
    private final double left;
    private final Canvas canvas = new Canvas();

    private TokenStripsPlot(List<String> tokens, List<Series> rows, Scale scale) {
        this.tokens = TokenText.visible(tokens);
        this.rows = rows;
        this.scale = scale;
        this.left = 10
                + Math.min(
                        LONGEST_NAME,
                        Grid.widest(rows.stream().map(Series::name).toList(), Theme.SMALL));
    }

    static Figure of(List<String> tokens, List<Series> rows, Scale scale) {
        Series.requireDistinctNames(rows);
        Require.given(scale, "scale");
        Require.some(Require.all(tokens, "tokens").size(), "tokens");
        Require.that(
                rows.size() <= MOST,
                "%d values for each token are too many to be told apart; show at most %d, or use Plot.heatmap.",
                rows.size(),
                MOST);
        for (Series row : rows) {
            Require.same(row.y().length, "values of \"" + row.name() + "\"", tokens.size(), "tokens");
        }
        var plot = new TokenStripsPlot(tokens, rows, scale);
        return Figure.of(plot.draw(tokens), plot.twin(), "");
    }

    private Picture draw(List<String> raw) {
        double line = WORDS + rows.size() * (STRIP + 1) + GAP;
        double x = left;
        double y = 0;
        double right = 0;
        boolean fresh = true;
        for (int i = 0; i < tokens.size(); i++) {
            String shown = FONT.fit(tokens.get(i), Theme.CONTENT - left - 6);
            double width = Math.max(16, FONT.width(shown) + 5);
            if (!fresh && x + width > Theme.CONTENT) {
                x = left;
                y += line;
                fresh = true;
            }
            if (fresh) {
                names(y);
            }
            column(i, shown, x, y, width);
            x += width + 2;
            right = Math.max(right, x);
            fresh = raw.get(i).endsWith("\n");
            if (fresh) {
                x = left;
                y += line;
            }
        }
        double below = fresh ? y : y + line;
        Picture legend = ColorBar.of(scale);
        canvas.place(left, below, legend);
        return canvas.sized(Math.max(right, left + legend.width()), below + legend.height());
    }

    private void names(double y) {
        for (int r = 0; r < rows.size(); r++) {
            String name = Theme.SMALL.fit(rows.get(r).name(), LONGEST_NAME);
            canvas.text(left - 8, strip(y, r) + 9, name, Theme.SMALL, Theme.MUTED, Anchor.END);
        }
    }

    private void column(int i, String shown, double x, double y, double width) {
        canvas.text(x + width / 2, y + 14, shown, FONT, Theme.INK, Anchor.MIDDLE);
        for (int r = 0; r < rows.size(); r++) {
            Series row = rows.get(r);
            canvas.box(x, strip(y, r), width, STRIP, scale.color(row.y()[i]));
            String hint = "%s (position %d), %s: %s".formatted(tokens.get(i), i, row.name(), Digits.exact(row.y()[i]));
            canvas.hint(x, strip(y, r), width, STRIP + 1, hint);
        }
    }

    private static double strip(double y, int row) {
        return y + WORDS + row * (STRIP + 1);
    }

    private String twin() {
        DoubleFunction<String> number = Digits.alike(
                2,
                rows.stream().flatMapToDouble(row -> DoubleStream.of(row.y())).toArray());
        TextTable table =
                new TextTable().row("", rows.stream().map(Series::name).toList());
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            table.row(
                    tokens.get(i),
                    rows.stream().map(row -> number.apply(row.y()[at])).toList());
        }
        return "Each token and its %s:\n%s".formatted(scale.label(), table);
    }
}
