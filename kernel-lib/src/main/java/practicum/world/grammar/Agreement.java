package practicum.world.grammar;

import java.util.List;

/**
 * A place where one word's form follows from another's number.
 *
 * @param kind what agrees with what
 * @param controller the place of the word whose number decides; of two joined nouns, the first
 * @param target the place of the word that follows
 * @param number the number that the target must have
 * @param attractors the places of the nouns between the two, which decide nothing
 */
public record Agreement(
        AgreementKind kind, int controller, int target, GrammaticalNumber number, List<Integer> attractors) {
    public Agreement {
        attractors = List.copyOf(attractors);
    }

    /** How many words farther to the right the target stands. */
    public int distance() {
        return target - controller;
    }
}
