package practicum.world.grammar;

/**
 * A word of a sentence, and what is true of it there.
 *
 * @param position its place, from 0
 * @param form the word
 * @param lemma its form in a dictionary: "wolf" for "wolves", "be" for "are"
 * @param tag its part of speech
 * @param number the number that its form shows
 * @param head the place of the word that it depends on; −1 for the main verb
 * @param relation how it depends on it
 */
public record ParsedWord(
        int position,
        String form,
        String lemma,
        PartOfSpeech tag,
        GrammaticalNumber number,
        int head,
        Dependency relation) {
    /** The same word with the form of another number. */
    ParsedWord with(String newForm, GrammaticalNumber newNumber) {
        return new ParsedWord(position, newForm, lemma, tag, newNumber, head, relation);
    }

    @Override
    public String toString() {
        return form;
    }
}
