package practicum.world.brackets;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;

/**
 * The walks from 0 back to 0 in steps of one up or down, never below 0, whose highest point lies between two bounds: the
 * depths of Dyck strings. They are counted exactly, and drawn with equal chances.
 */
final class Walks {
    private final int length;
    private final int least;
    private final int most;

    /** [steps left][height][0: must still reach the least height, 1: has reached it]. */
    private final BigInteger[][][] ways;

    Walks(int length, int least, int most) {
        this.length = length;
        this.least = least;
        this.most = most;
        ways = new BigInteger[length + 1][most + 1][2];
        for (int left = 0; left <= length; left++) {
            for (int height = 0; height <= most; height++) {
                for (int reached = 0; reached < 2; reached++) {
                    ways[left][height][reached] = left == 0
                            ? (height == 0 && reached == 1 ? BigInteger.ONE : BigInteger.ZERO)
                            : up(left, height, reached).add(down(left, height, reached));
                }
            }
        }
    }

    private BigInteger up(int left, int height, int reached) {
        return height == most ? BigInteger.ZERO : ways[left - 1][height + 1][reached(height + 1, reached)];
    }

    private BigInteger down(int left, int height, int reached) {
        return height == 0 ? BigInteger.ZERO : ways[left - 1][height - 1][reached];
    }

    private int reached(int height, int before) {
        return height >= least ? 1 : before;
    }

    BigInteger count() {
        return ways[length][0][reached(0, 0)];
    }

    /** The steps of one walk, true for up. */
    boolean[] draw(Random random) {
        boolean[] steps = new boolean[length];
        int height = 0;
        int reached = reached(0, 0);
        for (int i = 0; i < length; i++) {
            int left = length - i;
            double up = ratio(up(left, height, reached), ways[left][height][reached]);
            steps[i] = random.nextDouble() < up;
            height += steps[i] ? 1 : -1;
            reached = reached(height, reached);
        }
        return steps;
    }

    private static double ratio(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }
}
