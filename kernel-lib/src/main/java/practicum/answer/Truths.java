package practicum.answer;

import java.util.List;

/** Labels of two classes, however they are written down. */
final class Truths {
    private Truths() {}

    /** The same labels with true as 1 and false as 0; what is no list of truth values stays as it is. */
    static Value asNumbers(Value labels) {
        boolean truths = labels instanceof Value.Items list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(Value.Bool.class::isInstance);
        return truths ? new Value.Items(numbers(((Value.Items) labels).items())) : labels;
    }

    private static List<Value> numbers(List<Value> truths) {
        return truths.stream()
                .<Value>map(truth -> new Value.Num(((Value.Bool) truth).value() ? 1 : 0))
                .toList();
    }

    /** Refuses labels that are not of two classes, 0 and 1, both there. */
    static void require(Metric metric, double[] labels) {
        boolean zero = false;
        boolean one = false;
        for (double label : labels) {
            zero |= label == 0;
            one |= label == 1;
            if (label != 0 && label != 1) {
                throw new AnswerException("The " + metric + " is of labels 0 and 1 (or false and true), but one is "
                        + Summary.of(label) + ".");
            }
        }
        if (!metric.ofProbabilities() && (!zero || !one)) {
            throw new AnswerException(
                    "The " + metric + " needs labels of both classes, but all are " + (one ? "1" : "0") + ".");
        }
    }
}
