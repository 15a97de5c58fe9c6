package practicum.world.grammar;

/**
 * Sequences in which some tokens are hidden, and what these were.
 *
 * @param ids what the model reads [sequence][pos]
 * @param targets the id that was there, at the tokens to tell; {@link #IGNORED} elsewhere [sequence][pos]
 */
public record MaskedBatch(long[][] ids, long[][] targets) {
    /** A target that is none, with PyTorch's number for it. */
    public static final long IGNORED = -100;
}
