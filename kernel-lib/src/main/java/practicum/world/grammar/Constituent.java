package practicum.world.grammar;

/**
 * A phrase within a sentence.
 *
 * @param label S, SBAR (a clause with its "that"), NP, VP or PP
 * @param from the place of its first word
 * @param to the place behind its last word
 */
public record Constituent(String label, int from, int to) {
    /** How many words it has. */
    public int length() {
        return to - from;
    }

    /** Whether the two have some words in common, and each has others. */
    public boolean crosses(Constituent other) {
        return (from < other.from && other.from < to && to < other.to)
                || (other.from < from && from < other.to && other.to < to);
    }
}
