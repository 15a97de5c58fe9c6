package practicum.world.binding;

/** How a context groups what it says. */
public enum Arrangement {
    /** One sentence for each entity: "Alice lives in France and has a cat ." */
    TOGETHER,
    /** One sentence for each attribute, in random order: "Alice has a cat . Bob has a dog . Bob lives in Peru . …" */
    APART
}
