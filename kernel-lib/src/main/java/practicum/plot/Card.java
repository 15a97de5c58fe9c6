package practicum.plot;

import java.util.ArrayList;
import java.util.List;
import practicum.plot.Shape.Anchor;

/** The sheet of paper that a picture is shown on, with its title above and its caption below. */
final class Card {
    private static final double NARROWEST = 380;
    private static final double TITLE_LINE = 20;
    private static final double CAPTION_LINE = 17;

    private Card() {}

    static Picture of(Picture body, String title, String caption) {
        double width = Math.max(body.width(), Math.min(NARROWEST, widest(title, caption)));
        Canvas canvas = new Canvas();
        double y = Theme.PADDING;
        List<Shape> text = new ArrayList<>();
        for (String line : wrap(title, Theme.TITLE, width)) {
            text.add(line(line, y + 13, Theme.TITLE, Theme.INK));
            y += TITLE_LINE;
        }
        double top = y + (title.isEmpty() ? 0 : 8);
        y = top + body.height() + (caption.isEmpty() ? 0 : 10);
        for (String line : wrap(caption, Theme.CAPTION, width)) {
            text.add(line(line, y + 11, Theme.CAPTION, Theme.MUTED));
            y += CAPTION_LINE;
        }
        double fullWidth = Math.ceil(width) + 2 * Theme.PADDING;
        double fullHeight = Math.ceil(y) + Theme.PADDING;
        canvas.add(new Shape.Box(0.5, 0.5, fullWidth - 1, fullHeight - 1, 6, Theme.PAPER, Theme.RIM));
        text.forEach(canvas::add);
        return canvas.place(Theme.PADDING, top, body).sized(fullWidth, fullHeight);
    }

    private static double widest(String title, String caption) {
        return Math.max(Theme.TITLE.width(title), Theme.CAPTION.width(caption));
    }

    private static Shape line(String text, double y, Font font, Rgb fill) {
        return new Shape.Text(Theme.PADDING, y, text, font, fill, Anchor.START, 0);
    }

    /** Breaks a text at spaces; a word that is too long for any line is cut. */
    private static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && font.width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(font.fit(word, width));
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
