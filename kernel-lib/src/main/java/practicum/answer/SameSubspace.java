package practicum.answer;

import java.util.stream.IntStream;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Rows that span the same space: the largest principal angle between the two spaces is small (Björck and Golub 1973). One
 * row is a direction without sign or length.
 *
 * @param degrees how large the angle may be
 */
record SameSubspace(double degrees) implements Comparison {
    /** Directions in which the rows reach less far than this, relative to the farthest, are rounding. */
    private static final double ROUNDING = 1e-5;

    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            try (GradMode off = GradMode.off();
                    Scope scope = Scope.open()) {
                Tensor space = span(wanted);
                Tensor other = span(given);
                if (space.size(0) != other.size(0)) {
                    return Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            "The rows span " + dimensions(other) + ", but " + dimensions(space) + " were expected.",
                            "");
                }
                double angle = space.size(0) == 0 ? 0 : angle(space, other);
                String rationale = "The largest angle between the two spaces is " + Summary.of(angle) + "°, of "
                        + Summary.of(degrees) + "° that it may be.";
                return angle <= degrees
                        ? Verdict.pass(expected, actual, rationale)
                        : Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
            }
        });
    }

    private static String dimensions(Tensor space) {
        return space.size(0) + (space.size(0) == 1 ? " dimension" : " dimensions");
    }

    /** Orthonormal rows [rank, d] that span what an array's rows span. */
    private static Tensor span(Value.Array array) {
        double[][] rows = Paired.rows(array);
        var numbers = new float[array.data().length];
        double largest = IntStream.range(0, numbers.length)
                .mapToDouble(i -> Math.abs(array.data()[i]))
                .max()
                .orElseThrow();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (largest == 0 ? 0 : array.data()[i] / largest);
        }
        Linalg.Svd svd = Linalg.svd(Tensor.of(numbers, rows.length, rows[0].length));
        float[] lengths = svd.s().toFloatArray();
        int rank = (int) IntStream.range(0, lengths.length)
                .filter(i -> lengths[i] > ROUNDING * lengths[0])
                .count();
        return svd.vt().take(0, IntStream.range(0, rank).toArray());
    }

    /** The sine of the largest angle is how far a unit vector of one space reaches out of the other. */
    private static double angle(Tensor space, Tensor other) {
        Tensor outside = other.sub(other.matMul(space.t()).matMul(space));
        double sine = Linalg.svd(outside).s().toFloatArray()[0];
        return Math.toDegrees(Math.asin(Math.min(1, sine)));
    }
}
