package practicum.world.superposition;

/**
 * How often a feature is there, and how much it matters. When it is there, its value is uniform in [0, 1]; else it is 0.
 *
 * @param density the chance that it is there, above 0 and at most 1; sparsity is one minus this
 * @param importance the weight of its error in the loss, at least 0
 */
public record ToyFeature(double density, double importance) {
    public ToyFeature {
        if (!(density > 0 && density <= 1)) {
            throw new IllegalArgumentException(
                    "A feature's density is the chance that it is there, above 0 and at most 1; got " + density + ".");
        }
        if (!(importance >= 0) || Double.isInfinite(importance)) {
            throw new IllegalArgumentException(
                    "A feature's importance is a number of at least 0; got " + importance + ".");
        }
    }

    /** Its expected value: half the density. */
    public double mean() {
        return density / 2;
    }

    /** The expected square of its value: a third of the density. */
    public double secondMoment() {
        return density / 3;
    }
}
