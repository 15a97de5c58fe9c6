package practicum.answer;

/**
 * Probabilities along the last axis, near the expected ones: in total variation, ½ Σ |p − q|, or in relative entropy,
 * Σ p log(p/q) in nats with the expected ones as p.
 *
 * @param measure how they are compared
 * @param most how far they may be apart, in any row
 */
record SameDistribution(Measure measure, double most) implements Comparison {
    private static final double ROUNDING = 1e-3;

    /** Distances between distributions. */
    enum Measure {
        TV("total variation"),
        KL("relative entropy");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        double between(double[] p, double[] q) {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += this == TV ? Math.abs(p[i] - q[i]) / 2 : p[i] == 0 ? 0 : p[i] * Math.log(p[i] / q[i]);
            }
            return sum;
        }
    }

    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double[][] right = Paired.rows(wanted);
            double[][] rows = Paired.rows(given);
            int worst = 0;
            for (int row = 0; row < rows.length; row++) {
                String why = whyNoDistribution(rows[row]);
                if (!why.isEmpty()) {
                    String place = rows.length == 1 ? "" : "Row " + row + ": ";
                    return Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            place + why,
                            "Probabilities are 0 or more and sum to 1: is the softmax missing, or along another axis?");
                }
                if (measure.between(right[row], rows[row]) > measure.between(right[worst], rows[worst])) {
                    worst = row;
                }
            }
            double apart = measure.between(right[worst], rows[worst]);
            String rationale = "The " + measure.label + (rows.length == 1 ? "" : ", at most in row " + worst + ",")
                    + " is " + Summary.of(apart) + ", of " + Summary.of(most) + " that it may be.";
            return apart <= most
                    ? Verdict.pass(expected, actual, rationale)
                    : Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
        });
    }

    private static String whyNoDistribution(double[] row) {
        double sum = 0;
        for (double p : row) {
            if (p < 0) {
                return Summary.of(p) + " is no probability.";
            }
            sum += p;
        }
        return Math.abs(sum - 1) > ROUNDING ? "The numbers sum to " + Summary.of(sum) + ", and not to 1." : "";
    }
}
