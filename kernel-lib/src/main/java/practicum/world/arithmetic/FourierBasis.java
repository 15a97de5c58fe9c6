package practicum.world.arithmetic;

import java.util.stream.IntStream;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The orthonormal waves on the numbers modulo p: the constant, then for every frequency k = 1 … (p − 1)/2 a cosine and a
 * sine. In this basis a grokked embedding has a few large rows, and a memorising one has none that stand out.
 *
 * @param modulus p, odd and at least 3
 */
public record FourierBasis(int modulus) {
    public FourierBasis {
        if (modulus < 3 || modulus % 2 == 0) {
            throw new IllegalArgumentException("The waves are for an odd modulus of at least 3; got " + modulus + ".");
        }
    }

    /** The highest frequency. */
    public int frequencies() {
        return (modulus - 1) / 2;
    }

    /** The waves [wave, number]: constant, cos 1, sin 1, cos 2, sin 2, …; the rows are orthonormal. */
    public Tensor waves() {
        double[][] rows = new double[modulus][modulus];
        for (int n = 0; n < modulus; n++) {
            rows[0][n] = Math.sqrt(1.0 / modulus);
            for (int k = 1; k <= frequencies(); k++) {
                double angle = FourierSolution.angle(modulus, k, n);
                rows[2 * k - 1][n] = Math.sqrt(2.0 / modulus) * Math.cos(angle);
                rows[2 * k][n] = Math.sqrt(2.0 / modulus) * Math.sin(angle);
            }
        }
        return Tensor.of(rows).named("wave", "number");
    }

    /**
     * How the variance of vectors, one for each number, spreads over the frequencies: shares that sum to 1; entry k − 1 is
     * frequency k. The constant, which is the mean vector, is left out.
     *
     * @param vectors [number, any], such as the first p rows of an embedding
     * @throws IllegalArgumentException if there are not p vectors, or they do not differ
     */
    public double[] shares(Tensor vectors) {
        if (vectors.rank() != 2 || vectors.size(0) != modulus) {
            throw new IllegalArgumentException("One vector for each of the " + modulus + " numbers is needed, ["
                    + modulus + ", any]; got " + vectors + ". Of an embedding take the numbers' rows: narrow(0, 0, "
                    + modulus + ").");
        }
        double[] energy;
        try (Scope scope = Scope.open()) {
            energy = waves().matMul(vectors).pow(2).sum(1).toDoubleArray();
        }
        double all = IntStream.range(1, modulus).mapToDouble(i -> energy[i]).sum();
        if (!(all > 1e-6 * energy[0]) || Double.isInfinite(all)) {
            throw new IllegalArgumentException(
                    "The " + modulus + " vectors are all the same, or not finite; there is no"
                            + " variance to spread over frequencies.");
        }
        return IntStream.rangeClosed(1, frequencies())
                .mapToDouble(k -> (energy[2 * k - 1] + energy[2 * k]) / all)
                .toArray();
    }

    /** {@link #shares} as a table, the largest first. */
    public Table table(Tensor vectors) {
        double[] shares = shares(vectors);
        return Table.create(
                        "frequencies",
                        IntColumn.create("frequency", IntStream.rangeClosed(1, shares.length)),
                        DoubleColumn.create("share", shares))
                .sortDescendingOn("share");
    }
}
