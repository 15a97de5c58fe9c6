package practicum.plot;

import java.util.List;
import java.util.Locale;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/** Vectors as points in the plane of their two largest principal components. */
final class ComponentsPlot {
    private ComponentsPlot() {}

    static Figure of(Tensor vectors, List<String> labels, List<String> groups) {
        Require.that(
                vectors.size(0) >= 3 && vectors.size(1) >= 2,
                "Principal components need at least 3 vectors of at least 2 numbers, but got %s.",
                vectors);
        Require.finite(vectors.toDoubleArray(), "vectors");
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            Tensor centred = vectors.toDouble().sub(vectors.toDouble().mean(0).unsqueeze(0));
            Linalg.Svd svd = Linalg.svd(centred);
            double[] sizes = svd.s().toDoubleArray();
            double all = 0;
            for (double size : sizes) {
                all += size * size;
            }
            Require.that(all > 0, "All %d vectors are the same, which has no principal components.", vectors.size(0));
            int n = vectors.size(0);
            double[] left = svd.u().toDoubleArray();
            int k = left.length / n;
            double[][] points = new double[n][2];
            for (int c = 0; c < 2; c++) {
                double sign = sign(left, n, k, c);
                for (int i = 0; i < n; i++) {
                    points[i][c] = sign * left[i * k + c] * sizes[c];
                }
            }
            return ScatterPlot.of(points, labels, groups, name(0, sizes, all), name(1, sizes, all));
        }
    }

    private static String name(int component, double[] sizes, double all) {
        double share = 100 * sizes[component] * sizes[component] / all;
        return String.format(Locale.ROOT, "component %d (%.0f %% of the variance)", component + 1, share);
    }

    /** A component's sign is free; here the point that is farthest out lies on the positive side. */
    private static double sign(double[] left, int n, int k, int component) {
        double farthest = 0;
        for (int i = 0; i < n; i++) {
            double value = left[i * k + component];
            farthest = Math.abs(value) > Math.abs(farthest) + 1e-9 ? value : farthest;
        }
        return farthest < 0 ? -1 : 1;
    }
}
