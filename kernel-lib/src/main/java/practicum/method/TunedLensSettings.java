package practicum.method;

/**
 * How a {@link TunedLens} is trained.
 *
 * @param steps how many steps
 * @param batch rows of the text at each step
 * @param rate the learning rate at the beginning; it falls to 0 linearly
 * @param seed decides which rows come when
 */
public record TunedLensSettings(int steps, int batch, double rate, long seed) {
    public TunedLensSettings {
        if (steps < 1 || batch < 1 || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "A lens is trained for at least 1 step of at least 1 row at a rate above 0," + " but this is "
                            + steps + " steps of " + batch + " rows at " + rate + ".");
        }
    }

    /** 250 steps of 8 rows. */
    public static TunedLensSettings usual() {
        return new TunedLensSettings(250, 8, 1e-3, 1);
    }
}
