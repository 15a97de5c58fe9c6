package practicum.plot;

import java.util.List;
import practicum.plot.Shape.Anchor;

/** The names of categories beside their colours, in as many lines as they need. */
final class Legend {
    private static final double LINE = 18;
    private static final double SWATCH = 10;

    private record Entry(String name, boolean dashed) {}

    private Legend() {}

    /** Categories in the order of their colours. */
    static Picture of(List<String> names, double width) {
        return draw(names.stream().map(name -> new Entry(name, false)).toList(), width);
    }

    /** Series in the order of their colours; a dashed line has a dashed sign. */
    static Picture ofSeries(List<Series> series, double width) {
        return draw(
                series.stream()
                        .map(each -> new Entry(each.name(), each.isDashed()))
                        .toList(),
                width);
    }

    private static Picture draw(List<Entry> entries, double width) {
        Canvas canvas = new Canvas();
        double x = 0;
        double y = 0;
        double right = 0;
        for (int i = 0; i < entries.size(); i++) {
            String name = Theme.LABEL.fit(entries.get(i).name(), width - SWATCH - 8);
            double entry = SWATCH + 8 + Theme.LABEL.width(name);
            if (x > 0 && x + entry > width) {
                x = 0;
                y += LINE;
            }
            sign(canvas, x, y + 2, Palette.categorical(i), entries.get(i).dashed());
            canvas.text(x + SWATCH + 8, y + 11, name, Theme.LABEL, Theme.INK, Anchor.START);
            right = Math.max(right, x + entry);
            x += entry + 18;
        }
        return canvas.sized(right, y + LINE - 4);
    }

    private static void sign(Canvas canvas, double x, double y, Rgb color, boolean dashed) {
        if (dashed) {
            canvas.box(x - 2, y + SWATCH / 2 - 1, 6, 2, color);
            canvas.box(x + 7, y + SWATCH / 2 - 1, 6, 2, color);
        } else {
            canvas.add(new Shape.Box(x, y, SWATCH, SWATCH, 2, color, null));
        }
    }
}
