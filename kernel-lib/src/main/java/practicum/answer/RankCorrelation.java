package practicum.answer;

/**
 * Numbers that put things into nearly the expected order: Kendall's τ-b (1945), which counts pairs in the same order
 * against pairs in the other and allows for ties.
 *
 * @param least how large τ must be, at most 1
 */
record RankCorrelation(double least) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double tau = tau(wanted.data(), given.data());
            if (Double.isNaN(tau)) {
                return Verdict.fail(
                        Fault.DIFFERENT,
                        expected,
                        actual,
                        "All numbers are equal: they put nothing into an order.",
                        "");
            }
            String rationale =
                    "Kendall's τ is " + Summary.of(tau) + ", of " + Summary.of(least) + " that it must be at least.";
            return tau >= least
                    ? Verdict.pass(expected, actual, rationale)
                    : Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            rationale,
                            -tau >= least ? "The order is reversed: the largest is where the smallest should be." : "");
        });
    }

    private static double tau(double[] a, double[] b) {
        long agreeing = 0;
        long notTiedInA = 0;
        long notTiedInB = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                double first = Math.signum(a[i] - a[j]);
                double second = Math.signum(b[i] - b[j]);
                agreeing += (long) (first * second);
                notTiedInA += first == 0 ? 0 : 1;
                notTiedInB += second == 0 ? 0 : 1;
            }
        }
        return agreeing / Math.sqrt((double) notTiedInA * notTiedInB);
    }
}
