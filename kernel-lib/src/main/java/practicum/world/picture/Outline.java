package practicum.world.picture;

/** A closed polygon, to measure distances from. */
final class Outline {
    private final double[] xs;
    private final double[] ys;

    private Outline(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** The polygon through these corners: x, y, x, y … */
    static Outline of(double... corners) {
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = corners[2 * i];
            ys[i] = corners[2 * i + 1];
        }
        return new Outline(xs, ys);
    }

    /** Corners at equal angles around the origin, the first one up, at distances that alternate. */
    static Outline around(int corners, double far, double near) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double distance = i % 2 == 0 ? far : near;
            xs[i] = distance * StrictMath.sin(angle);
            ys[i] = -distance * StrictMath.cos(angle);
        }
        return new Outline(xs, ys);
    }

    /** The share of a pixel that lies within an edge at this signed distance, the edge taken to be straight. */
    static double share(double distance) {
        return Math.max(0, Math.min(1, 0.5 - distance));
    }

    /** How far a point is from the nearest edge; negative inside. */
    double distance(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            nearest = Math.min(nearest, squareToEdge(x, y, j, i));
            boolean crosses = ys[i] > y != ys[j] > y;
            if (crosses && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i]) {
                inside = !inside;
            }
        }
        return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
    }

    private double squareToEdge(double x, double y, int from, int to) {
        double edgeX = xs[to] - xs[from];
        double edgeY = ys[to] - ys[from];
        double along = ((x - xs[from]) * edgeX + (y - ys[from]) * edgeY) / (edgeX * edgeX + edgeY * edgeY);
        double part = Math.max(0, Math.min(1, along));
        double dx = x - xs[from] - part * edgeX;
        double dy = y - ys[from] - part * edgeY;
        return dx * dx + dy * dy;
    }
}
