package practicum.method;

/** Where along a path the gradient is taken, and how much each place counts. */
public enum PathRule {
    /** In the middle of each of equally long pieces: the error falls with the square of the steps. */
    MIDPOINT,
    /** At the end of each piece, as integrated gradients and EAP-IG were first computed: the error falls with the steps. */
    RIGHT,
    /** At the roots of a Legendre polynomial: the fewest steps where the metric is smooth along the path. */
    GAUSS_LEGENDRE;

    /** Places between 0 and 1. */
    double[] places(int steps) {
        double[] places = new double[steps];
        for (int i = 0; i < steps; i++) {
            places[i] = switch (this) {
                case MIDPOINT -> (i + 0.5) / steps;
                case RIGHT -> (i + 1.0) / steps;
                case GAUSS_LEGENDRE -> (1 - root(steps, i)) / 2;
            };
        }
        return places;
    }

    /** What each place counts; the sum is 1. */
    double[] weights(int steps) {
        double[] weights = new double[steps];
        for (int i = 0; i < steps; i++) {
            if (this == GAUSS_LEGENDRE) {
                double x = root(steps, i);
                double slope = legendre(steps, x)[1];
                weights[i] = 1 / ((1 - x * x) * slope * slope);
            } else {
                weights[i] = 1.0 / steps;
            }
        }
        return weights;
    }

    /** The i-th largest root of the n-th Legendre polynomial, by Newton's method from Tricomi's approximation. */
    private static double root(int n, int i) {
        double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
        for (int step = 0; step < 100; step++) {
            double[] p = legendre(n, x);
            double next = x - p[0] / p[1];
            if (Math.abs(next - x) < 1e-15) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** The n-th Legendre polynomial and its derivative at x, |x| < 1. */
    private static double[] legendre(int n, double x) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, n * (x * value - before) / (x * x - 1)};
    }
}
