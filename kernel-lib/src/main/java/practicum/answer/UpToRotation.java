package practicum.answer;

import java.util.List;

/**
 * Rows of numbers up to one rotation or reflection of all of them: for embeddings, whose axes mean nothing. Two such sets
 * of rows have the same scalar products, and only they do.
 */
record UpToRotation(Tolerance tolerance) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            if (wanted.rank() != 2) {
                throw new AnswerException(
                        "Only rows of numbers [n, d] can be compared up to a rotation, but the expected" + " value is "
                                + Summary.kind(expected) + ".");
            }
            var verdict = new Numbers(tolerance).compare(products(wanted), expected, products(given));
            return verdict.passed()
                    ? Verdict.pass(
                            expected, actual, "All scalar products of rows agree: the rows agree up to a rotation.")
                    : Verdict.fail(
                            Fault.DIFFERENT,
                            expected,
                            actual,
                            "No rotation makes the rows equal. Of their scalar products [row, row], "
                                    + verdict.rationale(),
                            "");
        });
    }

    private static Value.Array products(Value.Array array) {
        double[][] rows = Paired.rows(array);
        var products = new double[rows.length * rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                for (int k = 0; k < rows[i].length; k++) {
                    products[i * rows.length + j] += rows[i][k] * rows[j][k];
                }
            }
        }
        return new Value.Array("float64", List.of(rows.length, rows.length), products, List.of());
    }
}
