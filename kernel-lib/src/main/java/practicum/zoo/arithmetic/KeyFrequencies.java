package practicum.zoo.arithmetic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Tensor;

/**
 * How much of the logits of all sums modulo p each frequency k explains: the share of their variance along
 * cos(2πk(a + b − c)/p), which is how a grokked model says c (Nanda et al. 2023, arXiv 2301.05217).
 *
 * @param shares of the frequencies 1 … (p − 1)/2, in order
 */
record KeyFrequencies(List<Double> shares) {
    /**
     * The shares in some logits.
     *
     * @param logits [sum, c], of all sums a + b in the order a · p + b; what is the same for every c does not count
     */
    static KeyFrequencies of(Tensor logits) {
        int p = logits.size(1);
        float[][] centred = logits.sub(logits.mean(-1).unsqueeze(-1)).toMatrix();
        double[] byDistance = new double[p];
        double all = 0;
        for (int i = 0; i < centred.length; i++) {
            for (int c = 0; c < p; c++) {
                double logit = centred[i][c];
                byDistance[Math.floorMod(i / p + i % p - c, p)] += logit;
                all += logit * logit;
            }
        }
        double total = all;
        return new KeyFrequencies(IntStream.rangeClosed(1, (p - 1) / 2)
                .mapToObj(k -> explained(byDistance, k) / total)
                .toList());
    }

    /** The squared length of the projection onto cos(2πk(a + b − c)/p) over all p² · p places. */
    private static double explained(double[] byDistance, int k) {
        int p = byDistance.length;
        double product = 0;
        for (int d = 0; d < p; d++) {
            product += byDistance[d] * Math.cos(2 * Math.PI * k * d / p);
        }
        return product * product / (p * p * (p / 2.0));
    }

    /** Those that explain more than an even share of all variance, the one that explains most first. */
    List<Integer> keys() {
        return ranked().filter(k -> shares.get(k - 1) > 1.0 / shares.size()).toList();
    }

    /** As many others: those that explain most among them. */
    List<Integer> runnersUp() {
        int count = keys().size();
        return ranked().skip(count).limit(count).toList();
    }

    /** So many frequencies, those that explain most. */
    List<Integer> largest(int count) {
        return ranked().limit(count).toList();
    }

    private Stream<Integer> ranked() {
        return IntStream.rangeClosed(1, shares.size()).boxed().sorted(Comparator.comparing(k -> -shares.get(k - 1)));
    }

    /** What some frequencies explain together: their waves are orthogonal. */
    double explained(List<Integer> frequencies) {
        return frequencies.stream().mapToDouble(k -> shares.get(k - 1)).sum();
    }
}
