package practicum.world.brackets;

/** What a nested text is for: training, or one of three tests that differ from training in exactly one way. */
public enum NestingPart {
    /** May occur in training. */
    TRAIN,
    /** No longer and no deeper than in training, yet never seen there. */
    UNSEEN,
    /** Longer than anything in training, and no deeper. */
    LONGER,
    /** Deeper than anything in training, and no longer. */
    DEEPER
}
