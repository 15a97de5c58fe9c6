package practicum.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import practicum.plot.Shape.Anchor;

/** A text whose tokens are coloured by a value each; it wraps like text, and a line break breaks the line. */
final class TokensPlot {
    private static final Font FONT = Font.mono(14);
    private static final double LINE = 28;
    private static final double BOX = 23;

    private TokensPlot() {}

    static Figure of(List<String> tokens, double[] values, Scale scale) {
        Require.given(scale, "scale");
        Require.some(Require.all(tokens, "tokens").size(), "tokens");
        Require.same(tokens.size(), "tokens", Require.given(values, "values").length, "values");
        Require.finite(values, "values");
        Canvas canvas = new Canvas();
        double x = 0;
        double y = 0;
        double right = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String shown = FONT.fit(TokenText.visible(tokens.get(i)), Theme.CONTENT - 6);
            double width = FONT.width(shown) + 5;
            if (x > 0 && x + width > Theme.CONTENT) {
                x = 0;
                y += LINE;
            }
            Rgb fill = scale.color(values[i]);
            canvas.add(new Shape.Box(x, y, width, BOX, 3, fill, null));
            canvas.text(x + width / 2, y + 16, shown, FONT, fill.ink(), Anchor.MIDDLE);
            String hint =
                    "%s (position %d): %s".formatted(TokenText.visible(tokens.get(i)), i, Digits.exact(values[i]));
            canvas.hint(x, y, width, BOX, hint);
            x += width + 1.5;
            right = Math.max(right, x);
            if (tokens.get(i).endsWith("\n")) {
                x = 0;
                y += LINE;
            }
        }
        Picture legend = ColorBar.of(scale);
        double below = (x == 0 ? y : y + LINE) + 10;
        canvas.place(0, below, legend);
        Picture picture = canvas.sized(Math.max(right, legend.width()), below + legend.height());
        return Figure.of(picture, twin(tokens, values, scale), "");
    }

    private static String twin(List<String> tokens, double[] values, Scale scale) {
        DoubleFunction<String> number = Digits.alike(2, values);
        TextTable table = new TextTable();
        for (int i = 0; i < tokens.size(); i++) {
            table.row(TokenText.visible(tokens.get(i)), List.of(number.apply(values[i])));
        }
        return "Each token and its %s:\n%s".formatted(scale.label(), table);
    }
}
