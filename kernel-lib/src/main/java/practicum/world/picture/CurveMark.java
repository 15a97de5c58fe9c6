package practicum.world.picture;

/**
 * A stroke along an arc of a circle, or a straight one: what a curve detector looks for (Cammarata et al. 2020, Curve
 * Detectors, Distill). Its ends are round.
 *
 * @param x of the arc's middle
 * @param y of the arc's middle
 * @param radius of the circle, in pixels; infinite for a straight stroke
 * @param angle from the arc's middle to the centre of the circle, in degrees, clockwise from the right
 * @param length along the arc, at most the whole circle
 * @param width of the stroke
 */
public record CurveMark(double x, double y, double radius, double angle, double length, double width)
        implements OutlinedMark {
    public CurveMark {
        if (!(radius > 0) || !(length > 0) || !(width > 0) || !Double.isFinite(x + y + angle + length + width)) {
            throw new IllegalArgumentException("A curve has a finite place and angle, and a radius, length and width"
                    + " above 0; got x " + x + ", y " + y + ", radius " + radius + ", angle " + angle + ", length "
                    + length + ", width " + width + ".");
        }
        if (length > 2 * Math.PI * radius) {
            throw new IllegalArgumentException("An arc of radius " + radius + " is at most " + 2 * Math.PI * radius
                    + " long, the whole circle; got " + length + ".");
        }
    }

    /** A straight stroke; its angle is that of its normal, in degrees. */
    public static CurveMark straight(double x, double y, double angle, double length, double width) {
        return new CurveMark(x, y, Double.POSITIVE_INFINITY, angle, length, width);
    }

    @Override
    public String name() {
        return Double.isInfinite(radius) ? "line" : "curve";
    }

    @Override
    public double distance(double px, double py) {
        double cos = StrictMath.cos(Math.toRadians(angle));
        double sin = StrictMath.sin(Math.toRadians(angle));
        double inward = (px - x) * cos + (py - y) * sin;
        double along = Math.abs((py - y) * cos - (px - x) * sin);
        return (Double.isInfinite(radius) ? toLine(inward, along) : toArc(inward, along)) - width / 2;
    }

    private double toLine(double inward, double along) {
        return StrictMath.hypot(inward, Math.max(0, along - length / 2));
    }

    /** Both halves of an arc look alike from its axis, so only one is measured. */
    private double toArc(double inward, double along) {
        double half = length / (2 * radius);
        double outward = radius - inward;
        boolean beside = StrictMath.atan2(along, outward) <= half;
        return beside
                ? Math.abs(StrictMath.hypot(outward, along) - radius)
                : StrictMath.hypot(outward - radius * StrictMath.cos(half), along - radius * StrictMath.sin(half));
    }

    /** Whether the whole stroke lies on a picture of this size. */
    boolean fits(int size) {
        double half = Double.isInfinite(radius) ? 0 : length / (2 * radius);
        for (double part : new double[] {-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1}) {
            double inward = Double.isInfinite(radius) ? 0 : radius * (1 - StrictMath.cos(part * half));
            double along = Double.isInfinite(radius) ? part * length / 2 : radius * StrictMath.sin(part * half);
            double cos = StrictMath.cos(Math.toRadians(angle));
            double sin = StrictMath.sin(Math.toRadians(angle));
            double px = x + inward * cos - along * sin;
            double py = y + inward * sin + along * cos;
            double margin = width / 2 + 0.5;
            if (Math.min(px, py) < margin || Math.max(px, py) > size - margin) {
                return false;
            }
        }
        return true;
    }
}
