package practicum.world.superposition;

import java.util.Arrays;

/**
 * The best one-to-one assignment of rows to columns (Kuhn 1955; the shortest augmenting paths of Jonker and Volgenant
 * 1987): for n rows and m columns in O(n²m) steps.
 */
final class Assignment {
    private final double[][] gain;
    private final int rows;
    private final int columns;

    /** Prices; a pair that is assigned has its cost covered exactly, no pair has more than its cost covered. */
    private final double[] rowPrice;

    private final double[] columnPrice;

    /** The row, from 1, of each column, from 1; 0 is nobody. */
    private final int[] rowOf;

    private Assignment(double[][] gain) {
        this.gain = gain;
        rows = gain.length;
        columns = gain[0].length;
        rowPrice = new double[rows + 1];
        columnPrice = new double[columns + 1];
        rowOf = new int[columns + 1];
    }

    /** For each row its column, such that the sum of the gains is largest; there must be as many columns as rows, or more. */
    static int[] best(double[][] gain) {
        Assignment assignment = new Assignment(gain);
        for (int row = 1; row <= assignment.rows; row++) {
            assignment.place(row);
        }
        int[] columnOf = new int[assignment.rows];
        for (int column = 1; column <= assignment.columns; column++) {
            if (assignment.rowOf[column] > 0) {
                columnOf[assignment.rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Finds the cheapest way to seat one more row, moving others along. */
    private void place(int row) {
        rowOf[0] = row;
        double[] slack = new double[columns + 1];
        int[] from = new int[columns + 1];
        boolean[] done = new boolean[columns + 1];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        int column = 0;
        while (rowOf[column] != 0) {
            column = nearest(column, slack, from, done);
        }
        while (column != 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }

    private int nearest(int column, double[] slack, int[] from, boolean[] done) {
        done[column] = true;
        int row = rowOf[column];
        int next = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= columns; j++) {
            if (done[j]) {
                continue;
            }
            double cost = -gain[row - 1][j - 1] - rowPrice[row] - columnPrice[j];
            if (cost < slack[j]) {
                slack[j] = cost;
                from[j] = column;
            }
            if (slack[j] < least) {
                least = slack[j];
                next = j;
            }
        }
        for (int j = 0; j <= columns; j++) {
            if (done[j]) {
                rowPrice[rowOf[j]] += least;
                columnPrice[j] -= least;
            } else {
                slack[j] -= least;
            }
        }
        return next;
    }
}
