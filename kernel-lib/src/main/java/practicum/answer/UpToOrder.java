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
            int[] partners = new Matching(slices(wanted), slices(given)).partners();
            int first = first(partners);
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
                    found + " of " + partners.length + " slices along axis " + axis + " are there in some order; slice "
                            + first + " is not.",
                    "");
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

    private static int first(int[] partners) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isInOrder(int[] partners) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** Gives each expected slice another of the given ones, as many as can be: by augmenting paths (Kuhn 1955). */
    private final class Matching {
        private final boolean[][] agrees;
        private final int[] takenBy;

        Matching(double[][] wanted, double[][] given) {
            agrees = new boolean[wanted.length][given.length];
            takenBy = new int[given.length];
            Arrays.fill(takenBy, -1);
            for (int i = 0; i < wanted.length; i++) {
                for (int j = 0; j < given.length; j++) {
                    agrees[i][j] = tolerance.accepts(wanted[i], given[j]);
                }
            }
        }

        int[] partners() {
            for (int i = 0; i < agrees.length; i++) {
                place(i, new boolean[takenBy.length]);
            }
            var partners = new int[agrees.length];
            Arrays.fill(partners, -1);
            for (int j = 0; j < takenBy.length; j++) {
                if (takenBy[j] >= 0) {
                    partners[takenBy[j]] = j;
                }
            }
            return partners;
        }

        private boolean place(int i, boolean[] tried) {
            for (int j = 0; j < tried.length; j++) {
                if (agrees[i][j] && !tried[j]) {
                    tried[j] = true;
                    if (takenBy[j] < 0 || place(takenBy[j], tried)) {
                        takenBy[j] = i;
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
