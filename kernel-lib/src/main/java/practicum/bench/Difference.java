package practicum.bench;

/** How far two lists of numbers are from each other. */
final class Difference {
    private Difference() {}

    /** The largest difference as a share of the largest number. */
    static double relative(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new BenchException("Two ways to do the same came to " + a.length + " and " + b.length + " numbers.");
        }
        double largest = 1e-30;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        return difference / largest;
    }
}
