package practicum.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The computation of metrics. */
final class Scores {
    /** A probability of 0 for what is true would be an infinite loss; it counts as this. */
    private static final double SMALLEST = 1e-15;

    private Scores() {}

    static double ofClasses(Metric metric, List<Value> labels, List<Value> given) {
        if (metric == Metric.ACCURACY) {
            return IntStream.range(0, labels.size())
                            .filter(i -> labels.get(i).equals(given.get(i)))
                            .count()
                    / (double) labels.size();
        }
        return new LinkedHashSet<>(labels)
                .stream()
                        .mapToDouble(label -> ofClass(metric, label, labels, given))
                        .average()
                        .orElseThrow();
    }

    private static double ofClass(Metric metric, Value label, List<Value> labels, List<Value> given) {
        int both = 0;
        int there = 0;
        int said = 0;
        for (int i = 0; i < labels.size(); i++) {
            boolean is = labels.get(i).equals(label);
            boolean named = given.get(i).equals(label);
            both += is && named ? 1 : 0;
            there += is ? 1 : 0;
            said += named ? 1 : 0;
        }
        return metric == Metric.F1 ? 2.0 * both / (there + said) : both / (double) there;
    }

    static double ofNumbers(Metric metric, double[] labels, double[] given) {
        return switch (metric) {
            case AUC, PRECISION -> {
                Truths.require(metric, labels);
                yield metric == Metric.AUC ? auc(labels, given) : averagePrecision(labels, given);
            }
            case LOGLOSS -> {
                Truths.require(metric, labels);
                yield mean(i -> -Math.log(Math.max(SMALLEST, labels[i] == 1 ? given[i] : 1 - given[i])), labels.length);
            }
            case BRIER -> {
                Truths.require(metric, labels);
                yield squared(labels, given);
            }
            case R2 -> 1 - squared(labels, given) / variance(labels);
            case CORRELATION -> correlation(labels, given);
            case MAE -> mean(i -> Math.abs(given[i] - labels[i]), labels.length);
            case MSE -> squared(labels, given);
            case RMSE -> Math.sqrt(squared(labels, given));
            case ACCURACY, BALANCED, F1 -> throw new IllegalArgumentException(metric + " is of classes.");
        };
    }

    /** By the sum of ranks of class 1 (Mann and Whitney 1947), ties at their mean rank. */
    private static double auc(double[] labels, double[] scores) {
        Integer[] order = order(scores, Comparator.naturalOrder());
        double ranks = 0;
        long ones = Arrays.stream(labels).filter(label -> label == 1).count();
        for (int from = 0; from < order.length; ) {
            int to = sameFrom(order, scores, from);
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks += labels[order[i]] == 1 ? rank : 0;
            }
            from = to;
        }
        return (ranks - ones * (ones + 1) / 2.0) / (ones * (double) (labels.length - ones));
    }

    private static double averagePrecision(double[] labels, double[] scores) {
        Integer[] order = order(scores, Comparator.reverseOrder());
        double ones = Arrays.stream(labels).sum();
        double found = 0;
        double sum = 0;
        for (int from = 0; from < order.length; ) {
            int to = sameFrom(order, scores, from);
            double here = 0;
            for (int i = from; i < to; i++) {
                here += labels[order[i]];
            }
            found += here;
            sum += here / ones * found / to;
            from = to;
        }
        return sum;
    }

    private static Integer[] order(double[] scores, Comparator<Double> by) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(i -> scores[i], by))
                .toArray(Integer[]::new);
    }

    private static int sameFrom(Integer[] order, double[] scores, int from) {
        int to = from + 1;
        while (to < order.length && scores[order[to]] == scores[order[from]]) {
            to++;
        }
        return to;
    }

    private static double squared(double[] labels, double[] given) {
        return mean(i -> (given[i] - labels[i]) * (given[i] - labels[i]), labels.length);
    }

    private static double variance(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance = mean(i -> (numbers[i] - mean) * (numbers[i] - mean), numbers.length);
        if (variance == 0) {
            throw new AnswerException(
                    "All true numbers are equal, so that there is nothing to explain or to correlate.");
        }
        return variance;
    }

    /** Constant predictions correlate with nothing. */
    private static double correlation(double[] labels, double[] given) {
        double scale = Math.sqrt(variance(labels));
        double mean = Arrays.stream(labels).average().orElseThrow();
        double other = Arrays.stream(given).average().orElseThrow();
        double width = Math.sqrt(mean(i -> (given[i] - other) * (given[i] - other), given.length));
        double product = mean(i -> (labels[i] - mean) * (given[i] - other), given.length);
        return width == 0 ? 0 : product / (scale * width);
    }

    private static double mean(java.util.function.IntToDoubleFunction of, int count) {
        return IntStream.range(0, count).mapToDouble(of).sum() / count;
    }
}
