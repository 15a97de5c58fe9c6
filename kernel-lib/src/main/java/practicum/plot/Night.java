package practicum.plot;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures for dark paper. Every colour keeps its hue and goes to the luminance at which its contrasts to black and to
 * white (WCAG 2) have changed places; marks are then lifted a little, since dark paper is not quite black.
 */
final class Night {
    static final Rgb PAPER = Rgb.of("#111418");

    /** The dim colours of the night have to be fuller than the pale ones of the day to be told from grey. */
    private static final double FULLER = 1.5;

    private static final int HALVINGS = 24;

    private Night() {}

    /** A colour that fills or draws something; white is the paper itself. */
    static Rgb of(Rgb day) {
        if (day.equals(Theme.PAPER)) {
            return PAPER;
        }
        double floor = PAPER.luminance();
        return Palette.categoricalOnDark(day).orElseGet(() -> fullest(floor + (1 - floor) * exchanged(day), day));
    }

    /** A colour that something is written in: black and white change places. */
    static Rgb ofText(Rgb day) {
        return fullest(exchanged(day), day);
    }

    /** The luminance that is to black as this colour is to white. */
    private static double exchanged(Rgb day) {
        return Math.min(1, Math.max(0, 0.05 * 1.05 / (day.luminance() + 0.05) - 0.05));
    }

    /** The colour of a luminance with the hue of another one and as much of its chroma as sRGB has there. */
    private static Rgb fullest(double luminance, Rgb day) {
        Oklab hue = Oklab.of(day);
        double low = 0;
        double high = FULLER;
        for (int i = 0; i < HALVINGS; i++) {
            double chroma = (low + high) / 2;
            if (at(luminance, hue, chroma).inSrgb()) {
                low = chroma;
            } else {
                high = chroma;
            }
        }
        return at(luminance, hue, low).toRgb();
    }

    /** The colour of a luminance with a hue and a multiple of its chroma. */
    private static Oklab at(double luminance, Oklab hue, double chroma) {
        double low = 0;
        double high = 1;
        Oklab found = hue;
        for (int i = 0; i < HALVINGS; i++) {
            found = new Oklab((low + high) / 2, chroma * hue.a(), chroma * hue.b());
            if (found.luminance() < luminance) {
                low = found.lightness();
            } else {
                high = found.lightness();
            }
        }
        return found;
    }

    static Picture of(Picture day) {
        List<Shape> shapes = day.shapes().stream().map(Night::of).toList();
        return new Picture(day.width(), day.height(), shapes, day.hints());
    }

    private static Shape of(Shape shape) {
        if (shape instanceof Shape.Box b) {
            return new Shape.Box(b.x(), b.y(), b.width(), b.height(), b.radius(), mark(b.fill()), mark(b.stroke()));
        }
        if (shape instanceof Shape.Line l) {
            return new Shape.Line(l.x1(), l.y1(), l.x2(), l.y2(), of(l.stroke()), l.width());
        }
        if (shape instanceof Shape.Disc d) {
            return new Shape.Disc(d.x(), d.y(), d.radius(), of(d.fill()), of(d.rim()));
        }
        if (shape instanceof Shape.Path p) {
            return new Shape.Path(p.points(), mark(p.fill()), mark(p.stroke()), p.width(), p.opacity(), p.dashed());
        }
        if (shape instanceof Shape.Text t) {
            return new Shape.Text(t.x(), t.y(), t.text(), t.font(), ofText(t.fill()), t.anchor(), t.degrees());
        }
        if (shape instanceof Shape.Painting p) {
            return p.atNight();
        }
        throw new IllegalStateException("A shape of an unknown kind: " + shape);
    }

    private static @Nullable Rgb mark(@Nullable Rgb day) {
        return day == null ? null : of(day);
    }

    /** Paints what another painter would, pixel by pixel, at twice its size. */
    static Shape.Painter painter(Shape.Painter day, int width, int height) {
        return surface -> surface.drawImage(of(Raster.image(day, width, height, 2)), 0, 0, width, height, null);
    }

    private static BufferedImage of(BufferedImage day) {
        var night = new BufferedImage(day.getWidth(), day.getHeight(), day.getType());
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < day.getHeight(); y++) {
            for (int x = 0; x < day.getWidth(); x++) {
                int argb = day.getRGB(x, y);
                int rgb = known.computeIfAbsent(argb & 0xffffff, Night::pixel);
                night.setRGB(x, y, argb & 0xff000000 | rgb);
            }
        }
        return night;
    }

    private static int pixel(int rgb) {
        return of(new Rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff)).packed();
    }
}
