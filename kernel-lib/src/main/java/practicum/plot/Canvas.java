package practicum.plot;

import java.util.ArrayList;
import java.util.List;
import practicum.plot.Shape.Anchor;

/** A sheet to draw on; what was drawn becomes a {@link Picture}. */
final class Canvas {
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    Canvas add(Shape shape) {
        shapes.add(shape);
        return this;
    }

    Canvas box(double x, double y, double width, double height, Rgb fill) {
        return add(new Shape.Box(x, y, width, height, 0, fill, null));
    }

    Canvas frame(double x, double y, double width, double height, Rgb stroke) {
        return add(new Shape.Box(x, y, width, height, 0, null, stroke));
    }

    Canvas line(double x1, double y1, double x2, double y2, Rgb stroke) {
        return add(new Shape.Line(x1, y1, x2, y2, stroke, 1));
    }

    /** A line through points. */
    Canvas trail(List<Shape.Point> points, Rgb stroke, double width, boolean dashed) {
        return add(new Shape.Path(points, null, stroke, width, 1, dashed));
    }

    /** The area within points. */
    Canvas area(List<Shape.Point> points, Rgb fill, double opacity) {
        return add(new Shape.Path(points, fill, null, 0, opacity, false));
    }

    Canvas text(double x, double y, String text, Font font, Rgb fill, Anchor anchor) {
        return turned(x, y, text, font, fill, anchor, 0);
    }

    Canvas turned(double x, double y, String text, Font font, Rgb fill, Anchor anchor, double degrees) {
        return text.isEmpty() ? this : add(new Shape.Text(x, y, text, font, fill, anchor, degrees));
    }

    Canvas hint(double x, double y, double width, double height, String text) {
        hints.add(new Hint(x, y, width, height, text));
        return this;
    }

    Canvas place(double x, double y, Picture picture) {
        shapes.addAll(Shape.moved(picture.shapes(), x, y));
        picture.hints().forEach(hint -> hints.add(hint.moved(x, y)));
        return this;
    }

    Picture sized(double width, double height) {
        return new Picture(Math.ceil(width), Math.ceil(height), shapes, hints);
    }
}
