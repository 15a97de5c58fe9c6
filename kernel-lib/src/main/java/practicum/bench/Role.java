package practicum.bench;

import java.util.Locale;

/** Which way a piece of work is done. */
public enum Role {
    /** As one would do it at first, through the same library. */
    NAIVE,
    /** As the library does it when asked. */
    OURS,
    /** The least that has to be done: its matrix products, or one reading of all weights. */
    LIMIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
