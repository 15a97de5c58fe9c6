package practicum.plot;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes pictures as SVG: the same picture always as the same bytes, with no scripts, ids or links. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);

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
        return out.append("</svg>\n").toString();
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
            open("image").at("x", painting.x()).at("y", painting.y());
            at("width", painting.width()).at("height", painting.height());
            String png = Base64.getEncoder().encodeToString(Raster.png(Picture.of(painting), 2));
            put("href", "data:image/png;base64," + png).close();
        }
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
        fill(text.fill());
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
        return put("fill", color == null ? "none" : color.hex());
    }

    private Svg stroke(@Nullable Rgb color) {
        return color == null ? this : put("stroke", color.hex());
    }

    private static String n(double value) {
        return Digits.coordinate(value);
    }
}
