package practicum.plot;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes pictures as SVG: the same picture always as the same bytes, with no scripts, ids or links. A style sheet within
 * gives every colour its counterpart on dark paper. A browser follows it where the page about the picture is dark; what
 * does not know or removes the sheet draws the picture on white.
 */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);
    private final Set<String> night = new TreeSet<>();

    private Svg() {}

    /** A drawing for an {@code <img>}, where no pointer reaches into it. */
    static String image(Picture picture, String title) {
        return new Svg().write(picture, title, List.of());
    }

    /** A document of its own: hints are tooltips. */
    static String document(Picture picture, String title) {
        return new Svg().write(picture, title, picture.hints());
    }

    /** Text for XML and HTML, in content and in attributes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(legal(c) ? c : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** Whether XML 1.0 has this character. */
    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c != 0xfffe && c != 0xffff;
    }

    private String write(Picture picture, String title, List<Hint> hints) {
        String width = n(picture.width());
        String height = n(picture.height());
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\">"
                        .formatted(width, height, width, height));
        out.append("<title>").append(escape(title)).append("</title>\n");
        picture.shapes().forEach(this::write);
        hints.forEach(this::write);
        out.append(
                "<style>.night{display:none}@media (prefers-color-scheme:dark){.day{display:none}.night{display:inline}");
        night.forEach(out::append);
        return out.append("}</style>\n</svg>\n").toString();
    }

    private void write(Shape shape) {
        if (shape instanceof Shape.Box box) {
            open("rect")
                    .at("x", box.x())
                    .at("y", box.y())
                    .at("width", box.width())
                    .at("height", box.height());
            if (box.radius() > 0) {
                at("rx", box.radius());
            }
            fill(box.fill()).stroke(box.stroke()).close();
        } else if (shape instanceof Shape.Line line) {
            open("line")
                    .at("x1", line.x1())
                    .at("y1", line.y1())
                    .at("x2", line.x2())
                    .at("y2", line.y2());
            stroke(line.stroke()).at("stroke-width", line.width()).close();
        } else if (shape instanceof Shape.Disc disc) {
            open("circle").at("cx", disc.x()).at("cy", disc.y()).at("r", disc.radius());
            fill(disc.fill()).stroke(disc.rim()).close();
        } else if (shape instanceof Shape.Path path) {
            write(path);
        } else if (shape instanceof Shape.Text text) {
            write(text);
        } else if (shape instanceof Shape.Painting painting) {
            write(painting);
        }
    }

    /** By day after by night, to hide it where no style sheet is followed. */
    private void write(Shape.Painting painting) {
        byte[] day = Raster.png(Picture.of(painting), 2);
        byte[] night = Raster.png(Picture.of(painting.atNight()), 2);
        if (Arrays.equals(day, night)) {
            image(painting, "", day);
        } else {
            image(painting, "night", night);
            image(painting, "day", day);
        }
    }

    private void image(Shape.Painting place, String when, byte[] png) {
        open("image").at("x", place.x()).at("y", place.y());
        at("width", place.width()).at("height", place.height());
        if (!when.isEmpty()) {
            put("class", when);
        }
        put("href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                .close();
    }

    private void write(Shape.Path path) {
        StringBuilder points = new StringBuilder();
        for (Shape.Point point : path.points()) {
            points.append(points.length() == 0 ? "" : " ")
                    .append(n(point.x()))
                    .append(',')
                    .append(n(point.y()));
        }
        open(path.fill() == null ? "polyline" : "polygon").put("points", points.toString());
        fill(path.fill()).stroke(path.stroke());
        if (path.stroke() != null) {
            at("stroke-width", path.width()).put("stroke-linejoin", "round");
        }
        if (path.dashed()) {
            put("stroke-dasharray", "6 4");
        }
        if (path.opacity() < 1) {
            at("opacity", path.opacity());
        }
        close();
    }

    private void write(Shape.Text text) {
        open("text").at("x", text.x()).at("y", text.y());
        put("font-family", text.font().face().css).at("font-size", text.font().size());
        if (text.font().bold()) {
            put("font-weight", "600");
        }
        if (text.anchor() != Shape.Anchor.START) {
            put("text-anchor", text.anchor().name().toLowerCase(Locale.ROOT));
        }
        if (text.degrees() != 0) {
            put("transform", "rotate(%s %s %s)".formatted(n(text.degrees()), n(text.x()), n(text.y())));
        }
        put("fill", text.fill().hex());
        atNight("text", "fill", text.fill(), Night.ofText(text.fill()));
        out.append('>').append(escape(text.text())).append("</text>\n");
    }

    private void write(Hint hint) {
        open("rect")
                .at("x", hint.x())
                .at("y", hint.y())
                .at("width", hint.width())
                .at("height", hint.height());
        put("fill", "#fff").put("fill-opacity", "0");
        out.append("><title>").append(escape(hint.text())).append("</title></rect>\n");
    }

    private Svg open(String element) {
        out.append('<').append(element);
        return this;
    }

    private void close() {
        out.append("/>\n");
    }

    private Svg at(String name, double value) {
        return put(name, n(value));
    }

    private Svg put(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    private Svg fill(@Nullable Rgb color) {
        if (color != null) {
            atNight("", "fill", color, Night.of(color));
        }
        return put("fill", color == null ? "none" : color.hex());
    }

    private Svg stroke(@Nullable Rgb color) {
        if (color == null) {
            return this;
        }
        atNight("", "stroke", color, Night.of(color));
        return put("stroke", color.hex());
    }

    private void atNight(String element, String paint, Rgb day, Rgb dark) {
        night.add("%s[%s=\"%s\"]{%s:%s}".formatted(element, paint, day.hex(), paint, dark.hex()));
    }

    private static String n(double value) {
        return Digits.coordinate(value);
    }
}
