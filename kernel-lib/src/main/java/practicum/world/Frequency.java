package practicum.world;

/** How often the text speaks of somebody, relative to the others. */
public enum Frequency {
    RARE(1),
    USUAL(2),
    OFTEN(4);

    private final int weight;

    Frequency(int weight) {
        this.weight = weight;
    }

    /** Sentences about such a person for each sentence about a rare one. */
    public int weight() {
        return weight;
    }
}
