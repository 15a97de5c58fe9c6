package practicum.answer;

/**
 * Predictions whose mean error is small: the mean of |ŷ − y|, or the root of the mean of (ŷ − y)². The true numbers are the
 * solution's answer, which only the grader has.
 *
 * @param squared whether errors are squared
 * @param most how large the mean error may be
 */
record MeanError(boolean squared, double most) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double sum = 0;
            for (int i = 0; i < wanted.data().length; i++) {
                double error = given.data()[i] - wanted.data()[i];
                sum += squared ? error * error : Math.abs(error);
            }
            double mean = sum / wanted.data().length;
            double error = squared ? Math.sqrt(mean) : mean;
            String rationale = (squared ? "The root mean squared error is " : "The mean absolute error is ")
                    + Summary.of(error) + ", of " + Summary.of(most) + " that it may be.";
            return error <= most
                    ? Verdict.pass(expected, actual, rationale)
                    : Verdict.fail(Fault.DIFFERENT, expected, actual, rationale, "");
        });
    }
}
