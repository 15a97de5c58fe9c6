package practicum.world.language.fact;

import practicum.world.Frequency;

/**
 * A person. No single word names anybody, and of a name of three words no two do.
 *
 * @param name two or three words
 * @param frequency how often the text speaks of them
 */
public record Citizen(String name, Frequency frequency) {
    /** The first word of the name. */
    public String first() {
        return Ripples.firstWord(name);
    }
}
