package practicum.world.grammar;

/**
 * A noun.
 *
 * @param singular its form for one: "wolf"; also its lemma
 * @param plural its form for several: "wolves"
 * @param category the narrowest kind that it belongs to
 * @param reflexive "himself", "herself" or "itself"
 */
public record Noun(String singular, String plural, NounCategory category, String reflexive) {
    /** The form of a number. */
    public String form(GrammaticalNumber number) {
        return number == GrammaticalNumber.SINGULAR ? singular : plural;
    }

    @Override
    public String toString() {
        return singular;
    }
}
