package practicum.world;

/** Whether the training text may contain something. */
public enum Split {
    /** May occur in the training text. */
    TRAIN,
    /** Never occurs in the training text, by construction. */
    HELD_OUT
}
