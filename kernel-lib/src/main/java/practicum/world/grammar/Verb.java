package practicum.world.grammar;

import java.util.List;

/**
 * A verb, with the kinds of nouns that it goes with. One that may do with and without an object occurs twice.
 *
 * @param base its form with several: "chase"; also its lemma
 * @param third its form with one: "chases"
 * @param subjects the kinds of its subjects
 * @param objects the kinds of its objects; empty if it takes none
 */
public record Verb(String base, String third, List<NounCategory> subjects, List<NounCategory> objects) {
    public Verb {
        subjects = List.copyOf(subjects);
        objects = List.copyOf(objects);
    }

    /** The form that agrees with a subject of that number. */
    public String form(GrammaticalNumber number) {
        return number == GrammaticalNumber.SINGULAR ? third : base;
    }

    /** Whether a noun can be its subject. */
    public boolean takesSubject(Noun noun) {
        return subjects.stream().anyMatch(noun.category()::isA);
    }

    /** Whether a noun can be its object. */
    public boolean takesObject(Noun noun) {
        return objects.stream().anyMatch(noun.category()::isA);
    }

    @Override
    public String toString() {
        return base;
    }
}
