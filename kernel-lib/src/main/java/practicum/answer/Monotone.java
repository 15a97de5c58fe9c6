package practicum.answer;

/**
 * Numbers that rise, or fall, along the last axis, in the expected shape; the expected numbers themselves do not matter.
 *
 * @param rising the direction
 * @param strictly whether neighbours may not be equal
 */
record Monotone(boolean rising, boolean strictly) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double[][] rows = Paired.rows(given);
            String how = (strictly ? "strictly " : "") + (rising ? "rise" : "fall");
            for (int row = 0; row < rows.length; row++) {
                for (int i = 1; i < rows[row].length; i++) {
                    double step = rising ? rows[row][i] - rows[row][i - 1] : rows[row][i - 1] - rows[row][i];
                    if (step < 0 || strictly && step == 0) {
                        return Verdict.fail(
                                Fault.DIFFERENT,
                                expected,
                                actual,
                                "The numbers should " + how + ", but " + Summary.of(rows[row][i]) + " follows "
                                        + Summary.of(rows[row][i - 1])
                                        + Axes.place(given, row * rows[row].length + i) + ".",
                                "");
                    }
                }
            }
            return Verdict.pass(expected, actual, "The numbers " + how + ".");
        });
    }
}
