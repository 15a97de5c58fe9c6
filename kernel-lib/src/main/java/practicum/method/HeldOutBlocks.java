package practicum.method;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * What ridge probes read of things in blocks that they were not fitted to: for each block, such as a country or a century,
 * a probe is fitted to all others. A probe that only knows which block a thing is in has nothing to say of it, so what is
 * right here is a map, and not a list of countries.
 *
 * <p>Source: Gurnee and Tegmark 2023, "Language models represent space and time", arXiv 2310.02207.
 *
 * @param blocks of each thing
 * @param truth what is to be read [n, k]
 * @param predicted what was read by the probe that never saw the thing's block [n, k]
 */
public record HeldOutBlocks(List<String> blocks, Tensor truth, Tensor predicted) {
    public HeldOutBlocks {
        blocks = List.copyOf(blocks);
    }

    /**
     * Fits a probe for every block.
     *
     * @param states hidden states [n, d]
     * @param numbers what is to be read from them [n, k]
     * @param blocks of each state; at least two, none of which leaves fewer than two states to fit to
     * @param penalty the ridge probes'
     */
    public static HeldOutBlocks of(Tensor states, Tensor numbers, List<String> blocks, double penalty) {
        Set<String> names = new LinkedHashSet<>(blocks);
        if (blocks.size() != states.size(0) || names.size() < 2) {
            throw new ModelException("Every state needs a block, and there are at least two to leave out in turn; got "
                    + states + " and " + blocks.size() + " blocks, of which " + names.size() + " differ.");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            float[][] predicted = new float[blocks.size()][];
            for (String name : names) {
                int[] held = places(blocks, name, true);
                int[] rest = places(blocks, name, false);
                RidgeProbe probe = RidgeProbe.fit(states.take(0, rest), numbers.take(0, rest), penalty);
                float[][] read = probe.predict(states.take(0, held)).toMatrix();
                IntStream.range(0, held.length).forEach(i -> predicted[held[i]] = read[i]);
            }
            int k = numbers.size(1);
            float[] flat = new float[predicted.length * k];
            IntStream.range(0, predicted.length).forEach(i -> System.arraycopy(predicted[i], 0, flat, i * k, k));
            return new HeldOutBlocks(blocks, numbers, scope.keep(Tensor.of(flat, predicted.length, k)));
        }
    }

    private static int[] places(List<String> blocks, String name, boolean inside) {
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).equals(name) == inside)
                .toArray();
    }

    /** R²: the share of the numbers' variance that was predicted, all k together; below 0 is worse than their mean. */
    public double r2() {
        try (Scope scope = Scope.open()) {
            Tensor missed = truth.sub(predicted);
            Tensor spread = truth.sub(truth.mean(0));
            double total = spread.mul(spread).sum().item();
            if (total == 0) {
                throw new ModelException("R² is not defined where all numbers are the same.");
            }
            return 1 - missed.mul(missed).sum().item() / total;
        }
    }

    /**
     * The mean share of the other things that were predicted nearer to a thing's true place than the thing itself was: 0
     * where all come out nearest, one half for guesses. It asks for the order, and not for the scale, of the map.
     */
    public double proximityError() {
        float[][] read = predicted.toMatrix();
        float[][] right = truth.toMatrix();
        return IntStream.range(0, read.length)
                .mapToDouble(i -> {
                    double own = distance(read[i], right[i]);
                    return Arrays.stream(read)
                                    .filter(other -> distance(other, right[i]) < own)
                                    .count()
                            / (read.length - 1.0);
                })
                .average()
                .orElseThrow();
    }

    private static double distance(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(j -> (a[j] - b[j]) * (double) (a[j] - b[j]))
                .sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "held-out blocks: %d of %d things, R² %.3f, proximity error %.3f",
                Set.copyOf(blocks).size(),
                blocks.size(),
                r2(),
                proximityError());
    }
}
