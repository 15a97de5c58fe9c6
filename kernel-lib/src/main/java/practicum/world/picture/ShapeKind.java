package practicum.world.picture;

import java.util.Locale;

/** The shapes that can be drawn. Each fits exactly into a disc of its radius. */
public enum ShapeKind {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    CROSS,
    RING,
    STAR;

    private static final double HALF = Math.sqrt(0.5);
    private static final double ARM = 0.32;
    private static final double REACH = Math.sqrt(1 - ARM * ARM);
    private static final double RING_WIDTH = 0.4;

    private static final Outline SQUARE_OUTLINE = Outline.of(-HALF, -HALF, HALF, -HALF, HALF, HALF, -HALF, HALF);
    private static final Outline TRIANGLE_OUTLINE = Outline.around(3, 1, 1);
    private static final Outline CROSS_OUTLINE = Outline.of(
            -ARM, -REACH, ARM, -REACH, ARM, -ARM, REACH, -ARM, REACH, ARM, ARM, ARM, ARM, REACH, -ARM, REACH, -ARM, ARM,
            -REACH, ARM, -REACH, -ARM, -ARM, -ARM);
    private static final Outline STAR_OUTLINE = Outline.around(10, 1, 0.42);

    /** How far a point is from the edge of this shape of radius 1 about the origin; negative inside. y points down. */
    double distance(double x, double y) {
        return switch (this) {
            case CIRCLE -> Math.sqrt(x * x + y * y) - 1;
            case RING -> Math.abs(Math.sqrt(x * x + y * y) - (1 - RING_WIDTH / 2)) - RING_WIDTH / 2;
            case SQUARE -> SQUARE_OUTLINE.distance(x, y);
            case TRIANGLE -> TRIANGLE_OUTLINE.distance(x, y);
            case CROSS -> CROSS_OUTLINE.distance(x, y);
            case STAR -> STAR_OUTLINE.distance(x, y);
        };
    }

    /** The name in lower case, as classes are called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
