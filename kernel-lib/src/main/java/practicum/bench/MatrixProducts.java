package practicum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;

/**
 * The fastest that this machine multiplies matrices, over several shapes: what every other limit follows from. And the
 * fastest of those products that PyTorch can go back through, which are another library's.
 */
final class MatrixProducts {
    private static final int[][] SHAPES = {
        {64, 768, 3072}, {64, 3072, 768}, {512, 768, 3072}, {512, 3072, 768}, {768, 768, 3072}, {64, 768, 50257}
    };

    private final List<Stopwatch> watches = new ArrayList<>();
    private final List<Stopwatch> differentiable = new ArrayList<>();
    private final List<Double> flops = new ArrayList<>();

    MatrixProducts(int scale) {
        for (int[] shape : SHAPES) {
            int rows = Math.max(2, shape[0] / scale);
            int in = shape[1] / scale;
            int out = shape[2] / scale;
            Tensor x = Tensor.ones(rows, in);
            Tensor w = Tensor.ones(in, out);
            watches.add(new Stopwatch(() -> {
                x.matMul(w);
                return new float[0];
            }));
            Tensor leaf = x.leaf();
            differentiable.add(new Stopwatch(() -> {
                try (GradMode on = GradMode.on()) {
                    leaf.matMul(w);
                }
                return new float[0];
            }));
            flops.add(2.0 * rows * in * out);
        }
    }

    Stream<Stopwatch> watches() {
        return Stream.concat(watches.stream(), differentiable.stream());
    }

    /** Floating-point operations per millisecond, of the shape with the best median. */
    double best(boolean byWall) {
        return best(watches, byWall);
    }

    /** The same for products that are recorded to be differentiated. */
    double bestDifferentiable(boolean byWall) {
        return best(differentiable, byWall);
    }

    private double best(List<Stopwatch> measured, boolean byWall) {
        double best = 0;
        for (int i = 0; i < measured.size(); i++) {
            Timing median = Timing.median(measured.get(i).timings());
            best = Math.max(best, flops.get(i) / (byWall ? median.wall() : median.cpu()));
        }
        return best;
    }
}
