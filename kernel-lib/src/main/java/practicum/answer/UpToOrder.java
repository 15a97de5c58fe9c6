package practicum.answer;

import java.util.Arrays;

/** The same slices along an axis in any order: for components, clusters and features, which have no order of their own. */
record UpToOrder(Tolerance tolerance, int axis) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            if (axis >= wanted.rank()) {
                throw new AnswerException("The expected value is " + Summary.kind(expected) + ": it has no axis " + axis
                        + " whose order could be another.");
            }
            double[][] right = slices(wanted);
            double[][] slices = slices(given);
            int[] partners = Pairing.of(right.length, (i, j) -> tolerance.accepts(right[i], slices[j]));
            int first = Pairing.firstAlone(partners);
            if (first < 0) {
                return Verdict.pass(
                        expected,
                        actual,
                        "All " + partners.length + " slices along axis " + axis + " agree, in "
                                + (isInOrder(partners) ? "the same" : "another") + " order.");
            }
            long found = Arrays.stream(partners).filter(partner -> partner >= 0).count();
            return Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            found + " of " + partners.length + " slices along axis " + axis
                                    + " are there in some order; slice " + first + " is not.",
                            "")
                    .scoring((double) found / partners.length);
        });
    }

    private double[][] slices(Value.Array array) {
        int count = array.shape().get(axis);
        var slices = new double[count][];
        for (int i = 0; i < count; i++) {
            slices[i] = Axes.narrow(array, axis, i, 1).data();
        }
        return slices;
    }

    private static boolean isInOrder(int[] partners) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != i) {
                return false;
            }
        }
        return true;
    }
}
