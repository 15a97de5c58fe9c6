package practicum.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.tensor.Tensor;

/**
 * A bound on how many weights of every matrix may be other than zero: after each step the largest in magnitude are kept and
 * the others set to zero (Gao et al. 2025, "Weight-sparse transformers have interpretable circuits", arXiv 2511.13653). What
 * was set to zero still has a gradient: it comes back where one step makes it larger than the smallest that is kept.
 * Vectors stay as they are.
 *
 * <p>All weights are kept until {@code from}; then the share falls, by the same factor at every step, until it is
 * {@code kept} at {@code until} and from there on.
 *
 * @param kept the share of each matrix that is kept in the end, above 0 and at most 1
 * @param from the part of all steps, from 0 to 1, in which every weight is kept
 * @param until the part of all steps after which only {@code kept} is
 */
public record Sparsity(double kept, double from, double until) {
    public Sparsity {
        if (!(kept > 0 && kept <= 1 && from >= 0 && from < until && until <= 1)) {
            throw new TrainingException(
                    "Sparsity keeps a share of the weights above 0 and at most 1, and falls to it between"
                            + " two parts of the training, 0 ≤ from < until ≤ 1; got kept " + kept + ", from " + from
                            + ", until " + until + ".");
        }
    }

    /** The share of each matrix that is kept after a step, counted from 0, of so many in all. */
    public double at(int step, int steps) {
        double done = Math.min(1, (step + 1.0) / steps);
        double fallen = Math.min(1, Math.max(0, (done - from) / (until - from)));
        return Math.pow(kept, fallen);
    }

    /** How many of so many weights a share of them is: at least one. */
    private static int count(double share, long of) {
        return (int) Math.max(1, Math.round(share * of));
    }

    /** Copies of a trained model's parameters in which only a share of each matrix is left, the largest. */
    public static Map<String, Tensor> cut(Map<String, Tensor> parameters, double share) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        parameters.forEach((name, tensor) -> copies.put(name, tensor.detach().copy()));
        keep(copies, share);
        return copies;
    }

    /** Sets to zero, in place, all but the largest of every matrix after a step, counted from 0, of so many in all. */
    void apply(Map<String, Tensor> parameters, int step, int steps) {
        keep(parameters, at(step, steps));
    }

    private static void keep(Map<String, Tensor> parameters, double share) {
        List<Tensor> all = List.copyOf(parameters.values());
        long[] counts = all.stream()
                .mapToLong(tensor -> tensor.rank() > 1 ? count(share, tensor.count()) : tensor.count())
                .toArray();
        AdamW.SCRIPT.call("keep_largest", all, counts);
    }
}
