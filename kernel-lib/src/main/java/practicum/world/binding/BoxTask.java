package practicum.world.binding;

/** What can be asked about boxes. */
public enum BoxTask {
    /** Which object is in a box: "Box A contains the". */
    CONTENT("Box {box} contains the"),
    /** Which box an object is in: "The key is in box". */
    PLACE("The {object} is in box"),
    /** Whether a box is empty: "Box A contains", then "nothing", or else "the". */
    EMPTY("Box {box} contains");

    /** The next word if there is nothing in a box. */
    public static final String NOTHING = "nothing";

    static final String SOMETHING = "the";

    private final String template;

    BoxTask(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }
}
