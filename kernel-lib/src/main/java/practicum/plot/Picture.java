package practicum.plot;

import java.util.List;

/** Marks on a sheet of a size in pixels, and the hints that lie over them. */
record Picture(double width, double height, List<Shape> shapes, List<Hint> hints) {
    Picture {
        shapes = List.copyOf(shapes);
        hints = List.copyOf(hints);
    }

    static Picture of(Shape.Painting painting) {
        return new Picture(
                painting.width(), painting.height(), List.of(painting.moved(-painting.x(), -painting.y())), List.of());
    }
}
