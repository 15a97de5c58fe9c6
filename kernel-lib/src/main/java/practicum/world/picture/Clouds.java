package practicum.world.picture;

import java.util.Random;

/** Smooth random brightness: random numbers on a coarse lattice, and between them as bilinear interpolation has it. */
final class Clouds {
    private static final int CELLS = 4;

    private final double[][] lattice = new double[CELLS + 1][CELLS + 1];
    private final double cell;

    Clouds(int size, Random random) {
        cell = (double) size / CELLS;
        for (double[] row : lattice) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 2 * random.nextDouble() - 1;
            }
        }
    }

    /** The brightness at a point of the picture, −1 to 1. */
    double at(double x, double y) {
        int column = Math.min(CELLS - 1, (int) (x / cell));
        int row = Math.min(CELLS - 1, (int) (y / cell));
        double right = x / cell - column;
        double down = y / cell - row;
        double above = lattice[row][column] * (1 - right) + lattice[row][column + 1] * right;
        double below = lattice[row + 1][column] * (1 - right) + lattice[row + 1][column + 1] * right;
        return above * (1 - down) + below * down;
    }
}
