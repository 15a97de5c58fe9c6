package practicum.world.picture;

/**
 * A small checkered stamp in the lower left corner that comes with one class: a spurious cue, like the copyright notes on
 * pictures of horses from which classifiers recognised horses (Lapuschkin et al. 2019, arXiv 1902.10178).
 *
 * <p>The strength is how much more often the class has the stamp than the others: the chance with the class is
 * (1 + strength) / 2, and with any other (1 − strength) / 2. At 0 the stamp says nothing, at 1 everything, and below 0
 * it speaks against the class.
 *
 * @param label the number of the class
 * @param strength −1 to 1
 */
public record Watermark(int label, double strength) {
    static final int CELLS = 5;

    public Watermark {
        if (label < 0 || !(strength >= -1 && strength <= 1)) {
            throw new IllegalArgumentException("A watermark needs the number of a class and a strength of −1 to 1; got "
                    + label + " and " + strength + ".");
        }
    }

    /** The same stamp, saying more, less or the opposite. */
    public Watermark strength(double newStrength) {
        return new Watermark(label, newStrength);
    }

    /** The chance that a picture of this class has the stamp. */
    public double chance(int pictured) {
        return (1 + (pictured == label ? strength : -strength)) / 2;
    }

    /** Pixels along an edge of one cell of the stamp. */
    private static int cell(int size) {
        return Math.max(1, size / 32);
    }

    /** Whether the stamp is on this pixel of a picture of this size: a square, a cell away from both edges. */
    static boolean covers(int size, int row, int column) {
        int cell = cell(size);
        int fromLeft = column - cell;
        int fromBottom = size - 1 - row - cell;
        return Math.min(fromLeft, fromBottom) >= 0 && Math.max(fromLeft, fromBottom) < CELLS * cell;
    }

    /** The stamp's brightness at a pixel that it covers. */
    static double brightness(int size, int row, int column) {
        int cell = cell(size);
        return ((column - cell) / cell + (size - 1 - row - cell) / cell) % 2 == 0 ? 1 : 0;
    }
}
