package practicum.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mark of a picture, in pixels from its upper left corner; null paint is no paint. */
sealed interface Shape {
    /** The same mark elsewhere. */
    Shape moved(double dx, double dy);

    /** A rectangle, its corners rounded by a radius. */
    record Box(double x, double y, double width, double height, double radius, @Nullable Rgb fill, @Nullable Rgb stroke)
            implements Shape {
        @Override
        public Box moved(double dx, double dy) {
            return new Box(x + dx, y + dy, width, height, radius, fill, stroke);
        }
    }

    /** Where a text's given point lies on it. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A line of text whose baseline starts, has its middle or ends at a point, turned clockwise about it. */
    record Text(double x, double y, String text, Font font, Rgb fill, Anchor anchor, double degrees) implements Shape {
        @Override
        public Text moved(double dx, double dy) {
            return new Text(x + dx, y + dy, text, font, fill, anchor, degrees);
        }
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Rgb stroke, double width) implements Shape {
        @Override
        public Line moved(double dx, double dy) {
            return new Line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, stroke, width);
        }
    }

    /** A place. */
    record Point(double x, double y) {}

    /** A line through points, or the area within them, or both; fill and stroke let what lies below shine through. */
    record Path(
            List<Point> points, @Nullable Rgb fill, @Nullable Rgb stroke, double width, double opacity, boolean dashed)
            implements Shape {
        public Path {
            points = List.copyOf(points);
        }

        @Override
        public Path moved(double dx, double dy) {
            List<Point> moved = points.stream()
                    .map(point -> new Point(point.x() + dx, point.y() + dy))
                    .toList();
            return new Path(moved, fill, stroke, width, opacity, dashed);
        }
    }

    /** A disc with a thin rim. */
    record Disc(double x, double y, double radius, Rgb fill, Rgb rim) implements Shape {
        @Override
        public Disc moved(double dx, double dy) {
            return new Disc(x + dx, y + dy, radius, fill, rim);
        }
    }

    /** What is painted in pixels, on light paper and on dark: a chart of XChart's, a small image. */
    record Painting(double x, double y, int width, int height, Painter day, Painter night) implements Shape {
        @Override
        public Painting moved(double dx, double dy) {
            return new Painting(x + dx, y + dy, width, height, day, night);
        }

        /** The same painting by night. */
        Painting atNight() {
            return new Painting(x, y, width, height, night, night);
        }
    }

    /** Paints on a surface whose origin is the painting's upper left corner. */
    @FunctionalInterface
    interface Painter {
        void paint(java.awt.Graphics2D surface);
    }

    static List<Shape> moved(List<Shape> shapes, double dx, double dy) {
        List<Shape> moved = new ArrayList<>(shapes.size());
        shapes.forEach(shape -> moved.add(shape.moved(dx, dy)));
        return moved;
    }
}
