package practicum.world.language.fact;

/**
 * One thing that is true: "Mary Hill", CITY, "Oslo".
 *
 * @param subject whom or what it is about, in one to three words
 * @param relation how subject and object belong together
 * @param object one word, or a name
 */
public record Fact(String subject, FactRelation relation, String object) {
    /** The same of somebody else. */
    Fact of(String otherSubject) {
        return new Fact(otherSubject, relation, object);
    }

    @Override
    public String toString() {
        return subject + " " + relation.phrases().get(0) + " " + object;
    }
}
