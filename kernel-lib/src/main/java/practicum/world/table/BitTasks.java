package practicum.world.table;

import java.util.function.IntPredicate;
import practicum.net.Examples;
import practicum.tensor.Tensor;

/**
 * Functions of a few bits, all of whose inputs are there: the tasks for which hidden units were invented (Rumelhart, Hinton
 * and Williams 1986). A bit is −1 or 1 to a net; row r has bit i of r, the first bit the highest.
 */
public final class BitTasks {
    private static final int MOST = 16;

    private BitTasks() {}

    /** Whether one of two bits is set, but not both. */
    public static Examples xor() {
        return parity(2);
    }

    /** Whether an odd number of bits is set. */
    public static Examples parity(int bits) {
        return of(bits, row -> Integer.bitCount(row) % 2 == 1);
    }

    /** Whether the bits read the same from both ends. */
    public static Examples mirrorSymmetry(int bits) {
        return of(bits, row -> Integer.reverse(row) >>> (32 - bits) == row);
    }

    private static Examples of(int bits, IntPredicate truth) {
        if (bits < 2 || bits > MOST) {
            throw new IllegalArgumentException("Ask for 2 to " + MOST + " bits; got " + bits + ".");
        }
        int rows = 1 << bits;
        float[] inputs = new float[rows * bits];
        long[] labels = new long[rows];
        for (int row = 0; row < rows; row++) {
            for (int bit = 0; bit < bits; bit++) {
                inputs[row * bits + bit] = (row >> (bits - 1 - bit) & 1) == 1 ? 1 : -1;
            }
            labels[row] = truth.test(row) ? 1 : 0;
        }
        return Examples.of(Tensor.of(inputs, rows, bits).named("row", "bit"), labels);
    }
}
