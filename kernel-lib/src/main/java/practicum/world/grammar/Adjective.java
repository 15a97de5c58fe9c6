package practicum.world.grammar;

import java.util.List;

/**
 * An adjective, with the kinds of nouns that it goes with. Before a noun, a size stands before a colour, and both before a
 * trait.
 *
 * @param form the word
 * @param place "size", "colour" or "trait"
 * @param nouns the kinds of nouns that it can be said of
 */
public record Adjective(String form, String place, List<NounCategory> nouns) {
    public Adjective {
        nouns = List.copyOf(nouns);
    }

    /** Whether it can be said of a noun. */
    public boolean fits(Noun noun) {
        return nouns.stream().anyMatch(noun.category()::isA);
    }

    @Override
    public String toString() {
        return form;
    }
}
