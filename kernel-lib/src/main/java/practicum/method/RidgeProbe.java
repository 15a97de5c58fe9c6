package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

/**
 * A linear map from hidden states to numbers, such as from a city's state to its coordinates (Gurnee and Tegmark 2023,
 * "Language models represent space and time", arXiv 2310.02207). Its weights make ‖y − ŷ‖² + penalty · n · ‖weights‖²
 * least, with hidden states and numbers centred and each hidden dimension divided by its standard deviation, so that one
 * penalty suits all layers.
 */
public final class RidgeProbe {
    private static final double[] PENALTIES = {1e-4, 1e-3, 1e-2, 1e-1, 1, 10};
    private static final int FOLDS = 5;
    private static final double SMALLEST = 1e-6;

    private final Tensor mean; // [1, d]
    private final Tensor scale; // [1, d]
    private final Tensor weights; // [d, k]
    private final Tensor offset; // [1, k]
    private final double penalty;

    private RidgeProbe(Tensor mean, Tensor scale, Tensor weights, Tensor offset, double penalty) {
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
        this.offset = offset;
        this.penalty = penalty;
    }

    /**
     * Fits with a given penalty.
     *
     * @param states hidden states [n, d]
     * @param numbers what is to be read from them [n, k]
     * @param penalty at least 0; with 0, n must be larger than d
     * @throws TensorException if there are not as many states as numbers, or fewer than two
     */
    public static RidgeProbe fit(Tensor states, Tensor numbers, double penalty) {
        require(states, numbers);
        if (!(penalty >= 0)) {
            throw new TensorException("A ridge probe's penalty is at least 0, but it is " + penalty + ".");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            long n = states.size(0);
            Tensor mean = states.mean(0).unsqueeze(0);
            Tensor centred = states.sub(mean);
            Tensor scale = centred.mul(centred).mean(0).sqrt().unsqueeze(0).add(SMALLEST);
            Tensor x = centred.div(scale);
            Tensor offset = numbers.mean(0).unsqueeze(0);
            Tensor gram = x.t().matMul(x).add(Tensor.eye((int) x.size(1)).mul(penalty * n));
            Tensor weights = Linalg.solve(gram, x.t().matMul(numbers.sub(offset)));
            return new RidgeProbe(
                    scope.keep(mean), scope.keep(scale), scope.keep(weights), scope.keep(offset), penalty);
        }
    }

    /**
     * Fits with the penalty that predicts best across five folds; the folds are drawn from the seed.
     *
     * @param states hidden states [n, d], at least ten
     * @param numbers what is to be read from them [n, k]
     * @throws TensorException if there are not as many states as numbers, or fewer than ten
     */
    public static RidgeProbe crossValidated(Tensor states, Tensor numbers, long seed) {
        require(states, numbers);
        if (states.size(0) < 2 * FOLDS) {
            throw new TensorException("To choose a penalty by " + FOLDS + " folds, a ridge probe needs at least "
                    + 2 * FOLDS + " states; got " + states + ". Give the penalty yourself.");
        }
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        List<int[]> folds = folds((int) states.size(0), seed);
        for (double penalty : PENALTIES) {
            double error = error(states, numbers, penalty, folds);
            if (error < least) {
                least = error;
                best = penalty;
            }
        }
        return fit(states, numbers, best);
    }

    private static void require(Tensor states, Tensor numbers) {
        if (states.shape().length != 2
                || numbers.shape().length != 2
                || states.size(0) != numbers.size(0)
                || states.size(0) < 2) {
            throw new TensorException(
                    "A ridge probe is fitted to states [n, d] and as many rows of numbers [n, k], n at"
                            + " least 2; got " + states + " and " + numbers + ".");
        }
    }

    private static List<int[]> folds(int n, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, Seeds.random(seed));
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> IntStream.range(0, n)
                        .filter(i -> i % FOLDS == fold)
                        .map(order::get)
                        .toArray())
                .toList();
    }

    private static double error(Tensor states, Tensor numbers, double penalty, List<int[]> folds) {
        double sum = 0;
        for (int fold = 0; fold < folds.size(); fold++) {
            int held = fold;
            int[] rest = IntStream.range(0, folds.size())
                    .filter(i -> i != held)
                    .flatMap(i -> IntStream.of(folds.get(i)))
                    .toArray();
            try (Scope scope = Scope.open()) {
                RidgeProbe probe = fit(states.take(0, rest), numbers.take(0, rest), penalty);
                Tensor missed = probe.predict(states.take(0, folds.get(held))).sub(numbers.take(0, folds.get(held)));
                sum += missed.mul(missed).sum().item();
            }
        }
        return sum;
    }

    /** What it reads from hidden states [n, d]: numbers [n, k]. */
    public Tensor predict(Tensor states) {
        return states.sub(mean).div(scale).matMul(weights).add(offset);
    }

    /**
     * R² on some states: the share of the numbers' variance there that the probe predicts, all k together; 0 is as good as
     * their mean, and it may be below.
     */
    public double r2(Tensor states, Tensor numbers) {
        require(states, numbers);
        try (Scope scope = Scope.open()) {
            Tensor missed = numbers.sub(predict(states));
            Tensor spread = numbers.sub(numbers.mean(0).unsqueeze(0));
            double total = spread.mul(spread).sum().item();
            if (total == 0) {
                throw new TensorException("R² is not defined where all numbers are the same: " + numbers + ".");
            }
            return 1 - missed.mul(missed).sum().item() / total;
        }
    }

    /** The directions in the space of hidden states along which it reads [k, d]: numbers per unit of the state. */
    public Tensor directions() {
        return weights.div(scale.t()).t();
    }

    /** The penalty that it was fitted with. */
    public double penalty() {
        return penalty;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ridge probe from %d dimensions to %d, penalty %s",
                weights.size(0),
                weights.size(1),
                penalty);
    }
}
