package practicum.world.superposition;

/**
 * Two features that depend on each other.
 *
 * @param first one of them, from 0
 * @param second the other
 * @param tie how they depend
 */
public record FeaturePair(int first, int second, Tie tie) {
    /** How two features depend on each other; their values, when they are there, never do. */
    public enum Tie {
        /** Where one is, the other is too. */
        TOGETHER,
        /** Where one is, the other is not. */
        APART
    }
}
