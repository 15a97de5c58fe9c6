package practicum.plot;

import java.util.List;
import practicum.plot.Shape.Anchor;

/** The names of categories beside their colours, in as many lines as they need. */
final class Legend {
    private static final double LINE = 18;
    private static final double SWATCH = 10;

    private Legend() {}

    static Picture of(List<String> names, double width) {
        Canvas canvas = new Canvas();
        double x = 0;
        double y = 0;
        double right = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = Theme.LABEL.fit(names.get(i), width - SWATCH - 6);
            double entry = SWATCH + 6 + Theme.LABEL.width(name);
            if (x > 0 && x + entry > width) {
                x = 0;
                y += LINE;
            }
            canvas.add(new Shape.Box(x, y + 2, SWATCH, SWATCH, 2, Palette.categorical(i), null));
            canvas.text(x + SWATCH + 6, y + 11, name, Theme.LABEL, Theme.INK, Anchor.START);
            right = Math.max(right, x + entry);
            x += entry + 18;
        }
        return canvas.sized(right, y + LINE - 4);
    }
}
