package practicum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.tensor.Tensor;

/** The fastest that this machine multiplies matrices, over several shapes: what every other limit follows from. */
final class MatrixProducts {
    private static final int[][] SHAPES = {
        {64, 768, 3072}, {64, 3072, 768}, {512, 768, 3072}, {512, 3072, 768}, {768, 768, 3072}, {64, 768, 50257}
    };

    private final List<Stopwatch> watches = new ArrayList<>();
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
            flops.add(2.0 * rows * in * out);
        }
    }

    Stream<Stopwatch> watches() {
        return watches.stream();
    }

    /** Floating-point operations per millisecond, of the shape with the best median. */
    double best(boolean byWall) {
        double best = 0;
        for (int i = 0; i < watches.size(); i++) {
            Timing median = Timing.median(watches.get(i).timings());
            best = Math.max(best, flops.get(i) / (byWall ? median.wall() : median.cpu()));
        }
        return best;
    }
}
