package practicum.plot;

import practicum.plot.Shape.Anchor;

/** A text whose tokens are coloured by a value each; it wraps like text, and a line break breaks the line. */
final class TokenFlow {
    private static final Font FONT = Font.mono(14);
    private static final double LINE = 28;
    private static final double BOX = 23;

    private TokenFlow() {}

    /** The tokens within a width. */
    static Picture of(TokenValues tokens, Scale scale, double room) {
        Canvas canvas = new Canvas();
        double x = 0;
        double y = 0;
        double right = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String shown = FONT.fit(tokens.shown(i), room - 6);
            double width = FONT.width(shown) + 5;
            if (x > 0 && x + width > room) {
                x = 0;
                y += LINE;
            }
            Rgb fill = scale.color(tokens.value(i));
            canvas.add(new Shape.Box(x, y, width, BOX, 3, fill, null));
            canvas.text(x + width / 2, y + 16, shown, FONT, fill.ink(), Anchor.MIDDLE);
            canvas.hint(x, y, width, BOX, tokens.hint(i));
            x += width + 1.5;
            right = Math.max(right, x);
            if (tokens.breaksAfter(i)) {
                x = 0;
                y += LINE;
            }
        }
        return canvas.sized(right, x == 0 ? y : y + LINE);
    }
}
