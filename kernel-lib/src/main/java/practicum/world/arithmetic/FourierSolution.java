package practicum.world.arithmetic;

import java.util.Arrays;
import java.util.List;
import practicum.tensor.Tensor;

/**
 * The rule by which a grokked transformer adds modulo p (Nanda et al. 2023, arXiv 2301.05217). With w = 2πk/p, each of a
 * few key frequencies k turns the numbers into points of a circle, cos(wa) and sin(wa); products of these give
 * cos(w(a + b)) and sin(w(a + b)); and the logit of c is the sum over the frequencies of
 *
 * <pre>cos(w(a + b)) cos(wc) + sin(w(a + b)) sin(wc) = cos(w(a + b − c)),</pre>
 *
 * which is largest, namely the number of frequencies, where c = a + b mod p.
 *
 * @param modulus p, odd and at least 3
 * @param frequencies the key frequencies k, each 1 … (p − 1)/2, all different; higher ones are the same circles again
 */
public record FourierSolution(int modulus, List<Integer> frequencies) {
    public FourierSolution {
        frequencies = List.copyOf(frequencies);
        if (modulus < 3 || modulus % 2 == 0) {
            throw new IllegalArgumentException(
                    "The Fourier solution is for an odd modulus of at least 3; got " + modulus + ".");
        }
        int highest = (modulus - 1) / 2;
        boolean known = frequencies.stream().allMatch(k -> k >= 1 && k <= highest);
        if (frequencies.isEmpty() || !known || frequencies.stream().distinct().count() < frequencies.size()) {
            throw new IllegalArgumentException(
                    "Modulo " + modulus + " the key frequencies are different numbers from 1 to " + highest
                            + ", at least one; got " + frequencies + ".");
        }
        if (smallestGap(modulus, frequencies) < 1e-12) {
            throw new IllegalArgumentException("The frequencies " + frequencies + " cannot tell all numbers modulo "
                    + modulus + " apart: they and the modulus have a common divisor. Add one that has none.");
        }
    }

    /** The solution with these key frequencies. */
    public static FourierSolution of(int modulus, int... frequencies) {
        return new FourierSolution(modulus, Arrays.stream(frequencies).boxed().toList());
    }

    /** The logit of c after "a b =", up to a factor that a model chooses. */
    public double logit(int a, int b, int c) {
        return atDistance(modulus, frequencies, a + b - c);
    }

    /** All logits [a, b, c]. */
    public Tensor logits() {
        float[] byDistance = new float[modulus];
        for (int d = 0; d < modulus; d++) {
            byDistance[d] = (float) atDistance(modulus, frequencies, d);
        }
        float[] values = new float[modulus * modulus * modulus];
        for (int i = 0; i < values.length; i++) {
            int sum = i / modulus / modulus + i / modulus % modulus;
            values[i] = byDistance[Math.floorMod(sum - i % modulus, modulus)];
        }
        return Tensor.of(values, modulus, modulus, modulus).named("a", "b", "c");
    }

    /** By how much the right answer's logit is above every other's: the smallest such difference, the same for all sums. */
    public double margin() {
        return smallestGap(modulus, frequencies);
    }

    /** Where each number lies on its circles: cos(wn) and sin(wn) in turn [number, 2 · frequencies]. */
    public Tensor circles() {
        double[][] rows = new double[modulus][2 * frequencies.size()];
        for (int n = 0; n < modulus; n++) {
            for (int i = 0; i < frequencies.size(); i++) {
                double angle = angle(modulus, frequencies.get(i), n);
                rows[n][2 * i] = Math.cos(angle);
                rows[n][2 * i + 1] = Math.sin(angle);
            }
        }
        return Tensor.of(rows).named("number", "coordinate");
    }

    private static double smallestGap(int modulus, List<Integer> frequencies) {
        double gap = Double.POSITIVE_INFINITY;
        for (int d = 1; d < modulus; d++) {
            gap = Math.min(gap, frequencies.size() - atDistance(modulus, frequencies, d));
        }
        return gap;
    }

    private static double atDistance(int modulus, List<Integer> frequencies, int distance) {
        return frequencies.stream()
                .mapToDouble(k -> Math.cos(angle(modulus, k, distance)))
                .sum();
    }

    /** 2πkn/p; the product is taken modulo p first, so that nothing is lost to large angles. */
    static double angle(int modulus, int frequency, int n) {
        return 2 * Math.PI * Math.floorMod((long) frequency * n, modulus) / modulus;
    }
}
