package practicum.answer;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers whose k largest stand at the expected places, in any order among themselves. Where several are tied for the last
 * of the k places, any of them will do.
 */
record SameLargest(int k) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            double[] right = wanted.data();
            double[] numbers = given.data();
            if (k > right.length) {
                throw new AnswerException(
                        "There are " + right.length + " numbers in the expected value, so no " + k + " largest.");
            }
            double bar = bar(right);
            double given0 = bar(numbers);
            String missing = places(wanted, i -> right[i] > bar && numbers[i] < given0);
            String wrong = places(wanted, i -> numbers[i] > given0 && right[i] < bar);
            if (missing.isEmpty() && wrong.isEmpty()) {
                return Verdict.pass(expected, actual, "The " + k + " largest stand at the expected places.");
            }
            return Verdict.fail(
                    Fault.DIFFERENT,
                    expected,
                    actual,
                    "Of the " + k + " largest, "
                            + (missing.isEmpty() ? "" : "those" + missing + " are missing")
                            + (missing.isEmpty() || wrong.isEmpty() ? "" : ", and ")
                            + (wrong.isEmpty() ? "" : "those" + wrong + " do not belong")
                            + ".",
                    "");
        });
    }

    private double bar(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - k];
    }

    private static String places(Value.Array array, IntPredicate which) {
        return IntStream.range(0, array.data().length)
                .filter(which)
                .limit(3)
                .mapToObj(i -> Axes.place(array, i))
                .collect(Collectors.joining(","));
    }
}
