package practicum.tensor;

import java.util.Random;

/** Seeds made into randomness: the same on every machine, and unlike for neighbouring seeds. */
public final class Seeds {
    private static final double TWO_TO_53 = 0x1.0p53;

    private Seeds() {}

    /** A generator of the seed; neighbouring seeds, with which {@link Random} itself begins alike, make strangers. */
    public static Random random(long seed) {
        return new Random(scattered(seed));
    }

    /**
     * A number in [0, 1) that belongs to a text under a seed, as if drawn for it. Whoever holds out the texts below a
     * share needs no list of them, and has the same split however the texts are made.
     */
    public static double share(long seed, String text) {
        return (scattered(scattered(seed) ^ text.hashCode()) >>> 11) / TWO_TO_53;
    }

    /** SplitMix64's finaliser (Steele et al. 2014). */
    private static long scattered(long seed) {
        long z = (seed + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
