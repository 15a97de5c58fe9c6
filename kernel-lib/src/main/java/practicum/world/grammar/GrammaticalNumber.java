package practicum.world.grammar;

/** How many a word speaks of, where its form shows it. */
public enum GrammaticalNumber {
    SINGULAR,
    PLURAL,
    /** The form does not tell: "the", "near", "red". */
    UNMARKED;

    /**
     * The other one of singular and plural.
     *
     * @throws IllegalArgumentException if this is neither
     */
    public GrammaticalNumber other() {
        if (this == UNMARKED) {
            throw new IllegalArgumentException("A word that is unmarked for number has no other number.");
        }
        return this == SINGULAR ? PLURAL : SINGULAR;
    }
}
