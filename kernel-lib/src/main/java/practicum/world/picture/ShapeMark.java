package practicum.world.picture;

/**
 * A shape at a place.
 *
 * @param kind which shape
 * @param x of its middle
 * @param y of its middle
 * @param radius of the smallest disc around it, in pixels
 * @param turn by how much it is turned, in degrees, clockwise
 */
public record ShapeMark(ShapeKind kind, double x, double y, double radius, double turn) implements OutlinedMark {
    public ShapeMark {
        if (!(radius > 0) || !Double.isFinite(x + y + radius + turn)) {
            throw new IllegalArgumentException("A shape has a finite place and turn and a radius above 0; got x " + x
                    + ", y " + y + ", radius " + radius + ", turn " + turn + ".");
        }
    }

    @Override
    public String name() {
        return kind.toString();
    }

    @Override
    public double distance(double px, double py) {
        double cos = StrictMath.cos(Math.toRadians(turn));
        double sin = StrictMath.sin(Math.toRadians(turn));
        double dx = (px - x) / radius;
        double dy = (py - y) / radius;
        return radius * kind.distance(cos * dx + sin * dy, cos * dy - sin * dx);
    }

    /** Whether the discs around two shapes keep a pixel between them. */
    boolean isClearOf(ShapeMark other) {
        return StrictMath.hypot(x - other.x, y - other.y) >= radius + other.radius + 1;
    }
}
