package practicum.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long a piece of work took.
 *
 * @param cpu milliseconds of the calling thread's processor time, which other programs on the machine hardly change
 * @param wall milliseconds that passed
 */
public record Timing(double cpu, double wall) {
    /** The median of several, each kind for itself. */
    static Timing median(List<Timing> timings) {
        return new Timing(median(timings, Timing::cpu), median(timings, Timing::wall));
    }

    /** How far the slowest is from the fastest, as a share of the median. */
    static double spread(List<Timing> timings, ToDoubleFunction<Timing> kind) {
        double[] sorted = sorted(timings, kind);
        return (sorted[sorted.length - 1] - sorted[0]) / median(timings, kind);
    }

    private static double median(List<Timing> timings, ToDoubleFunction<Timing> kind) {
        double[] sorted = sorted(timings, kind);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(List<Timing> timings, ToDoubleFunction<Timing> kind) {
        double[] values = timings.stream().mapToDouble(kind).toArray();
        Arrays.sort(values);
        return values;
    }
}
